declare module 'virtual:engine-script' {
  /** URL of the script of DuckDB's worker: raw from the development server, gzipped in a build. */
  const url: string;
  export default url;
}

declare module 'virtual:engine-wasm' {
  /** URL of DuckDB's WebAssembly: raw from the development server, gzipped in a build. */
  const url: string;
  export default url;
  /** Its size as shipped; null from the development server. */
  export const bytes: number | null;
}
