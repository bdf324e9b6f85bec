// The package carries no types; tests use two of its functions.
declare module "jsonld" {
  type Options = { documentLoader: (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: object }>; safe?: boolean };
  const jsonld: { expand(document: object, options: Options): Promise<Record<string, any>[]> };
  export default jsonld;
}

// What a test keeps in a page while it looks at it.
interface Window {
  taken: Blob[];
  opened: number;
}
