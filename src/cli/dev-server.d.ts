/** The part of Eleventy's dev server that is used. https://www.11ty.dev/docs/dev-server/ */
declare module "@11ty/eleventy-dev-server" {
  interface Server {
    serve(port: number): void;
    reload(event: {
      readonly files: readonly string[];
      readonly subtype: string | undefined;
      readonly build: { readonly templates: readonly unknown[] };
    }): void;
  }
  const DevServer: { getServer(name: string, folder: string, options: Readonly<Record<string, unknown>>): Server };
  export default DevServer;
}
