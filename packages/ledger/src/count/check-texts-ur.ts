import type { FindingCode } from './finding.ts'
import type { FindingText } from './check-texts.ts'

const correct = 'ریٹرننگ افسر پریزائیڈنگ افسر سے درستی طلب کرے؛ کوئی اور فارم میں تبدیلی نہیں کرتا۔'
const explain = 'ریٹرننگ افسر فارم اور اس کی تصویر دیکھے، اور اسے شمار کرنے کی وجہ درج کرے یا درستی طلب کرے۔'
const resolve = 'ریٹرننگ افسر درستی طلب کرے، یا صدر دفتر وجوہات کے ساتھ حکم دے کہ کون سا فارم قائم رہے گا۔'
const obtain = 'ریٹرننگ افسر جو کمی ہے اسے پورا کرائے، یا اس کے نہ ہونے کی وجہ درج کرے۔'
const ownOfficer = 'اسی پولنگ اسٹیشن کا پریزائیڈنگ افسر فارم پر دستخط کر کے بھیجے۔'
const nothing = 'کسی کو کچھ نہیں کرنا؛ اسے محفوظ رکھا اور دکھایا جاتا ہے۔'
const inquire = 'صدر دفتر متعلقہ افسر سے پوچھے: ممکن ہے آلہ بحال کیا گیا ہو یا کلید چوری ہوئی ہو۔'

/** What each finding says in Urdu. Names of the finding's figures stay as they are in the form's JSON. */
export const urduTexts: Readonly<Record<FindingCode, FindingText>> = {
  'form-45/candidate-total-mismatch': {
    title: 'امیدوار کی سطر کا میزان درست نہیں',
    formula: 'stated (سطر column کا میزان) = summed (درست + ٹینڈرڈ + چیلنج شدہ)',
    next: correct,
  },
  'form-45/sum-mismatch': {
    title: 'امیدواروں کے ووٹوں کا مجموعہ کل درست ووٹوں کے برابر نہیں',
    formula: 'stated (کل درست ووٹ) = summed (تمام سطروں کے میزان)',
    next: correct,
  },
  'form-45/polled-mismatch': {
    title: 'درست اور خارج شدہ ووٹ مل کر ڈالے گئے ووٹوں کے برابر نہیں',
    formula: 'stated (ڈالے گئے ووٹ) = summed (درست ووٹ + خارج شدہ ووٹ)',
    next: correct,
  },
  'form-45/voters-mismatch': {
    title: 'ووٹ ڈالنے والے مرد اور خواتین مل کر کل ووٹ ڈالنے والوں کے برابر نہیں',
    formula: 'stated (کل ووٹ ڈالنے والے) = summed (مرد + خواتین)',
    next: correct,
  },
  'form-45/excluded-grounds-mismatch': {
    title: 'وجوہ کے لحاظ سے خارج شدہ ووٹ کل خارج شدہ ووٹوں کے برابر نہیں',
    formula: 'stated (خارج شدہ ووٹ) = summed (ہر وجہ پر خارج شدہ)',
    next: correct,
  },
  'form-45/ground-unspecified': {
    title: 'وجہ بتائے بغیر ووٹ خارج کیے گئے',
    formula: 'count (بلا وجہ خارج شدہ ووٹ) = 0',
    next: explain,
  },
  'form-45/candidate-missing': {
    title: 'فارم 33 کے کسی امیدوار کے ووٹ درج نہیں، صفر بھی نہیں',
    formula: 'onForm (میزان والی سطریں) = candidates (فارم 33 کے امیدوار)',
    next: correct,
  },
  'form-45/over-registered': {
    title: 'ووٹ رجسٹرڈ ووٹروں سے زیادہ ہیں',
    formula: 'polled (ووٹ) ≤ registered (فارم 28 کے ووٹر)',
    next: correct,
  },
  'form-45/row-over-registered': {
    title: 'ایک ہی امیدوار کے ووٹ رجسٹرڈ ووٹروں سے زیادہ ہیں',
    formula: 'votes (سطر column کا میزان) ≤ registered (فارم 28 کے ووٹر)',
    next: correct,
  },
  'form-45/turnout-above': {
    title: 'ووٹ ڈالنے کی شرح غیر معمولی حد تک زیادہ ہے',
    formula: '1,000 × polled (ووٹ) ≤ perMilleMax × registered (فارم 28 کے ووٹر)',
    next: explain,
  },
  'form-45/turnout-all': {
    title: 'ٹھیک تمام رجسٹرڈ ووٹروں نے ووٹ ڈالا',
    formula: 'polled (ووٹ) ≠ registered (فارم 28 کے ووٹر)',
    next: explain,
  },
  'form-45/men-at-female-station': {
    title: 'خواتین کے پولنگ اسٹیشن پر مردوں نے ووٹ ڈالے',
    formula: 'voters (ووٹ ڈالنے والے مرد) = 0',
    next: correct,
  },
  'form-45/women-at-male-station': {
    title: 'مردوں کے پولنگ اسٹیشن پر خواتین نے ووٹ ڈالے',
    formula: 'voters (ووٹ ڈالنے والی خواتین) = 0',
    next: correct,
  },
  'form-45/voters-not-polled': {
    title: 'ووٹ ڈالنے والوں کی تعداد ڈالے گئے ووٹوں کے برابر نہیں',
    formula: 'voters (ووٹ ڈالنے والے) = polled (ووٹ)، رواداری کی حد کے اندر',
    next: explain,
  },
  'form-45/registered-differs': {
    title: 'فارم پر درج رجسٹرڈ ووٹر فارم 28 سے مختلف ہیں',
    formula: 'stated (رجسٹرڈ ووٹر) = form28 (رجسٹرڈ ووٹر)',
    next: explain,
  },
  'form-46/taken-mismatch': {
    title: 'بیلٹ بکس سے نکالے گئے بیلٹ پیپر ڈالے گئے ووٹوں کے برابر نہیں',
    formula: 'taken (بکس سے نکالے گئے، فارم 46) = polled (ووٹ، فارم 45)',
    next: correct,
  },
  'form-46/received-mismatch': {
    title: 'بیلٹ پیپروں کا حساب وصول شدہ تعداد کے برابر نہیں',
    formula: 'received (وصول شدہ) = accounted (غیر جاری + بکس سے نکالے گئے + خراب + منسوخ)، رواداری کی حد کے اندر',
    next: explain,
  },
  'form-46/tendered-mismatch': {
    title: 'درست ٹینڈرڈ ووٹ ٹینڈرڈ بیلٹ پیپروں سے زیادہ ہیں',
    formula: 'summed (ٹینڈرڈ ووٹ، فارم 45) ≤ stated (ٹینڈرڈ بیلٹ پیپر، فارم 46)',
    next: explain,
  },
  'form-46/challenged-mismatch': {
    title: 'درست چیلنج شدہ ووٹ چیلنج شدہ بیلٹ پیپروں سے زیادہ ہیں',
    formula: 'summed (چیلنج شدہ ووٹ، فارم 45) ≤ stated (چیلنج شدہ بیلٹ پیپر، فارم 46)',
    next: explain,
  },
  'form-45/no-time': {
    title: 'فارم پر تاریخ اور وقت درج نہیں',
    formula: 'گنتی کی تاریخ اور وقت درج ہیں',
    next: obtain,
  },
  'form-45/counted-before-close': {
    title: 'گنتی کا وقت پولنگ ختم ہونے سے پہلے کا ہے',
    formula: 'countedAt ≥ pollClosedAt',
    next: explain,
  },
  'form-45/assistant-not-signed': {
    title: 'سینئر اسسٹنٹ پریزائیڈنگ افسر کے دستخط نہیں اور وجہ بھی درج نہیں',
    formula: 'دستخط ہیں، یا وجہ درج ہے',
    next: obtain,
  },
  'form-45/agent-not-signed': {
    title: 'پولنگ اسٹیشن کے کسی پولنگ ایجنٹ کے دستخط نہیں اور وجہ بھی درج نہیں',
    formula: 'candidates (جن کے ایجنٹ کے نہ دستخط ہیں نہ وجہ درج ہے؛ ان میں پہلا candidate) = 0',
    next: obtain,
  },
  'form-45/not-posted': {
    title: 'خود فارم کے مطابق پولنگ اسٹیشن کے باہر نقل آویزاں نہیں کی گئی',
    formula: 'نقل آویزاں ہے',
    next: explain,
  },
  'form-45/no-image': {
    title: 'فارم کی تصویر نہیں',
    formula: 'تصویر کا SHA-256 درج ہے',
    next: obtain,
  },
  'form-45/captured-elsewhere': {
    title: 'فارم کی تصویر پولنگ اسٹیشن سے دور لی گئی',
    formula: 'آلہ پولنگ اسٹیشن پر تھا',
    next: explain,
  },
  'form-45/recount-changed': {
    title: 'دستخط سے پہلے کی دوبارہ گنتی سے ووٹ بدل گئے',
    formula: 'candidates (جن کے ووٹ بدلے؛ column میں from سے to) = 0',
    next: explain,
  },
  'form-45/clock-far-off': {
    title: 'آلے کی گھڑی دفتر کی گھڑی سے بہت مختلف ہے',
    formula: 'apartMs ≤ apartMsMax',
    next: 'پریزائیڈنگ افسر آلے کی گھڑی درست کرے؛ ترتیب کا انحصار اس پر نہیں۔',
  },
  'form-45/key-of-another-station': {
    title: 'دوسرے پولنگ اسٹیشن کے افسر کے دستخط',
    formula: 'دستخط کنندہ کے عہدے کا پولنگ اسٹیشن = فارم کا پولنگ اسٹیشن',
    next: ownOfficer,
  },
  'form-45/second-form': {
    title: 'مختلف اعداد کے ساتھ دوسرا دستخط شدہ فارم',
    formula: 'دونوں فارموں کے اعداد ایک ہیں',
    next: resolve,
  },
  'form-45/repeated': {
    title: 'وہی اعداد دوبارہ',
    formula: 'ایک پولنگ اسٹیشن کا ایک فارم',
    next: nothing,
  },
  'form-45/correction-not-asked': {
    title: 'ایسی درستی جو طلب نہیں کی گئی',
    formula: 'ریٹرننگ افسر نے درستی طلب کی ہے',
    next: resolve,
  },
  'form-45/lock-breach': {
    title: 'پہلا فارم مقفل ہونے کے بعد دوسرا فارم',
    formula: 'مقفل فارم آخری ہے، جب تک درستی طلب نہ کی جائے',
    next: resolve,
  },
  'form-45/paper-differs': {
    title: 'تصدیق شدہ کاغذ اور دستخط شدہ فارم میں فرق ہے',
    formula: 'دونوں کے اعداد ایک ہیں',
    next: resolve,
  },
  'form-45/other-poll': {
    title: 'اسی اسٹیشن کی کسی اور پولنگ کا فارم',
    formula: 'فارم کی پولنگ = وہ پولنگ جو شمار ہوتی ہے',
    next: ownOfficer,
  },
  'form-45/correction-beyond-request': {
    title: 'درستی میں وہ اعداد بھی بدلے گئے جن کی درستی طلب نہیں کی گئی تھی',
    formula: 'figures (طلب کردہ سے زائد بدلے گئے اعداد) = 0',
    next: correct,
  },
  'form-45/votes-changed': {
    title: 'درستی سے امیدواروں کے ووٹ بدل گئے',
    formula: 'candidates (جن کے ووٹ بدلے؛ column میں from سے to) = 0',
    next: explain,
  },
  'form-45/assistant-without-reason': {
    title: 'سینئر اسسٹنٹ نے اکیلے دستخط کیے اور وجہ نہیں بتائی',
    formula: 'پریزائیڈنگ افسر کی جگہ دستخط کرنے کی وجہ درج ہے',
    next: ownOfficer,
  },
  'form-45/signed-by-assistant': {
    title: 'پریزائیڈنگ افسر کی جگہ سینئر اسسٹنٹ کے دستخط',
    formula: 'پریزائیڈنگ افسر کے دستخط ہیں',
    next: explain,
  },
  'statement/equivocation': {
    title: 'ایک کلید کے ایک ہی نمبر پر دو بیانات',
    formula: 'نمبر sequence پر ایک بیان',
    next: inquire,
  },
  'statement/chain-gap': {
    title: 'اپنی کلید کے آخری بیان کے بعد نہیں آتا',
    formula: 'نمبر sequence سے پہلے کا بیان موجود ہے',
    next: nothing,
  },
}
