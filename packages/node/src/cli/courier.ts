import { Command } from 'commander'
import { exportBundleCommand } from './courier-export.ts'
import { importCommand } from './courier-import.ts'
import { qrCommand } from './courier-qr.ts'
import type { Work } from './invocation.ts'

export function courierCommand(choose: (work: Work) => void): Command {
  return new Command('courier')
    .description('carry by hand what no link brings: docs/courier.md')
    .addCommand(exportBundleCommand(choose))
    .addCommand(importCommand(choose))
    .addCommand(qrCommand(choose))
}
