// A certificate for one run. It is made anew each time so that no private key is ever committed;
// the browsers are told to accept it, so it needs no authority behind it.
import { generate } from "selfsigned";

/** @returns {Promise<{ key: string, cert: string }>} */
export async function makeCertificate() {
  const made = await generate([{ name: "commonName", value: "Firebreak test sites" }], {
    keyType: "ec",
    curve: "P-256",
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] }],
  });
  return { key: made.private, cert: made.cert };
}
