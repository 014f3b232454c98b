// Plain JavaScript, so that an old Node can run it and say what is missing.
const nodeMajorMin = 24
const major = Number(process.versions.node.split('.')[0])

if (major < nodeMajorMin) {
  console.error(
    `Khata runs on Node ${nodeMajorMin} or newer; this is ${process.version} on ${process.platform}-${process.arch}.\n` +
      'On linux-x64, linux-arm64 and win32-x64 it comes with the dependencies: run the command as `npx -y pnpm@12 <script>`.\n' +
      `Elsewhere install Node ${nodeMajorMin} or newer and put it on the PATH.`,
  )
  process.exitCode = 1
}
