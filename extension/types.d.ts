// Style sheets are bundled into scripts as text.
declare module "*.css" {
  const text: string;
  export default text;
}

// All files of `sites`, gathered by the build: a site is registered by its file being there.
declare module "firebreak-sites" {
  const sites: object[];
  export default sites;
}
