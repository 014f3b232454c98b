import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as x509 from '@peculiar/x509'

/** Paths of PEM files, as they stand in a topology. */
export interface CertificateFiles {
  readonly caFile: string
  readonly certFile: string
  readonly keyFile: string
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const validMs = 86_400_000

/** A new authority, and a certificate that it signs for servers on 127.0.0.1, in a folder. */
export async function makeCertificates(folder: string): Promise<CertificateFiles> {
  const [authority, own] = [await newKeys(), await newKeys()]
  const common = { notBefore: new Date(Date.now() - validMs), notAfter: new Date(Date.now() + validMs) }
  const issuer = `CN=authority of ${folder.slice(folder.lastIndexOf('/') + 1)}`
  const ca = await x509.X509CertificateGenerator.createSelfSigned(
    {
      ...common,
      name: issuer,
      keys: authority,
      signingAlgorithm: algorithm,
      extensions: [new x509.BasicConstraintsExtension(true, 0, true)],
    },
    webcrypto,
  )
  const certificate = await x509.X509CertificateGenerator.create(
    {
      ...common,
      subject: 'CN=nats',
      issuer,
      publicKey: own.publicKey,
      signingKey: authority.privateKey,
      signingAlgorithm: algorithm,
      extensions: [
        new x509.SubjectAlternativeNameExtension([
          { type: 'ip', value: '127.0.0.1' },
          { type: 'dns', value: 'localhost' },
        ]),
        new x509.ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']),
      ],
    },
    webcrypto,
  )
  const files = { caFile: join(folder, 'ca.pem'), certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') }
  await mkdir(folder, { recursive: true })
  await writeFile(files.caFile, ca.toString('pem'))
  await writeFile(files.certFile, certificate.toString('pem'))
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', own.privateKey))
  await writeFile(files.keyFile, x509.PemConverter.encode(key, 'PRIVATE KEY'), { mode: 0o600 })
  return files
}

async function newKeys() {
  return await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
}
