export { systemClock } from './adapters/clock.ts'
export { httpFaultCodes } from './adapters/http/fault.ts'
export {
  headersMsMax,
  requestMsMax,
  slownessCheckedEveryMs,
  stalledMsMax,
  submissionBytesMax,
} from './adapters/http/limits.ts'
export { openImageFolder } from './adapters/image-folder.ts'
export { JetStreamEventLog } from './adapters/jetstream/event-log.ts'
export { connectNats } from './adapters/jetstream/session.ts'
export { sealValue, unsealValue } from './adapters/level/row.ts'
export { officeSizes, openLevelStore } from './adapters/level/store.ts'
export * from './ports.ts'
export { groupEntriesMax } from './replica/limits.ts'
export { forkRow, genesisRow } from './replica/rows.ts'
export { Courier, type SectionAnswer } from './shell/courier.ts'
export { cosigner } from './shell/hub-service.ts'
export { ImageCarrier } from './shell/image-carrier.ts'
export { imagesIn, NodeImages, type UploadAnswer } from './shell/images.ts'
export { LogTable } from './shell/log-table.ts'
export { KhataNode, type NodeAnswer } from './shell/node.ts'
export type { NodeRole, NodeSetting } from './shell/node-setting.ts'
export { ParkedFrames } from './shell/parked-frames.ts'
export { newestCheckpoint, readEntries, readHead, rootAt } from './shell/reading.ts'
export { refusalNote } from './shell/refusal-note.ts'
export { keepOrders } from './shell/root-orders.ts'
export { foldOf, type RunningLog, sizeOf } from './shell/running-log.ts'
export type { Journal, Site } from './shell/site.ts'
