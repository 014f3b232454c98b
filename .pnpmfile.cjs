// The node-* binaries state their platform as a plain string, which pnpm overlooks and then installs all of them.
function readPackage(manifest) {
  for (const field of ['os', 'cpu']) {
    if (typeof manifest[field] === 'string') manifest[field] = [manifest[field]]
  }
  return manifest
}

module.exports = { hooks: { readPackage } }
