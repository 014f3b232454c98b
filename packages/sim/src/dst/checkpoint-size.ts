/** The second line of a checkpoint (C2SP tlog-checkpoint). */
export function checkpointSize(note: string): number {
  return Number(note.split('\n')[1])
}
