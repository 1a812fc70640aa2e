/** The part of Eleventy's programmatic interface that is used. https://www.11ty.dev/docs/programmatic/ */
declare module "@11ty/eleventy" {
  /** What a transform, a linter or an address' transform knows of the page. */
  export interface PageContext {
    readonly inputPath?: string;
    readonly outputPath?: string | false;
    readonly url?: string | false;
    /** Set where a feed wants absolute addresses. */
    readonly baseHref?: string;
  }
  interface Transformer {
    /** https://www.11ty.dev/docs/transforms/; by kind of transformer, then by ending. */
    readonly callbacks: Readonly<Record<string, readonly { readonly enabled?: (context: PageContext) => boolean }[]>>;
    readonly plugins: Readonly<Record<string, readonly { readonly enabled?: (context: PageContext) => boolean }[]>>;
    addUrlTransform(
      endings: string,
      callback: (this: PageContext, url: string) => string,
      options?: { readonly priority?: number; readonly enabled?: (context: PageContext) => boolean },
    ): void;
  }
  export interface UserConfig {
    readonly ignores: Set<string>;
    readonly transforms: Readonly<Record<string, unknown>>;
    readonly linters: Readonly<Record<string, unknown>>;
    readonly globalData: Readonly<Record<string, unknown>>;
    readonly virtualTemplates: Record<string, unknown>;
    readonly passthroughCopies: Record<string, unknown>;
    readonly collections: Record<string, unknown>;
    readonly additionalWatchTargets: readonly string[];
    readonly directories: { readonly input: string; readonly output: string };
    readonly events: { listenerCount(event: string): number };
    readonly htmlTransformer: Transformer;
    isPluginExecution(): boolean;
    addPlugin(plugin: (config: UserConfig) => unknown): void;
    addGlobalData(name: string, value: unknown): void;
    addTemplateFormats(formats: string | readonly string[]): void;
    addExtension(extensions: string | readonly string[], options: Readonly<Record<string, unknown>>): void;
    addDataExtension(
      extensions: string,
      options: { readonly parser: (content: string, path: string) => unknown; readonly read?: boolean },
    ): void;
    addTemplate(path: string, content: unknown, data?: Readonly<Record<string, unknown>>): void;
    addCollection(name: string, make: (collections: unknown) => unknown): void;
    addLayoutAlias(name: string, path: string): void;
    addPreprocessor(
      name: string,
      endings: string,
      callback: (data: Readonly<Record<string, unknown>>, content: unknown) => unknown,
    ): void;
    amendLibrary(
      name: string,
      amend: (library: {
        readonly loaders?: readonly { readonly searchPaths?: string[] }[];
        readonly options?: { readonly root?: string[]; readonly partials?: string[]; readonly layouts?: string[] };
      }) => void,
    ): void;
    setInputDirectory(folder: string): void;
    setOutputDirectory(folder: string): void;
    setIncludesDirectory(folder: string): void;
    setLayoutsDirectory(folder: string): void;
    setDataDirectory(folder: string): void;
    addWatchTarget(target: string): void;
    setServerOptions(options: Readonly<Record<string, unknown>>): void;
    setUseGitIgnore(enabled: boolean): void;
    setQuietMode(quiet: boolean): void;
    on(event: string, listener: (...values: never[]) => unknown): void;
  }
  export interface EleventyOptions {
    /** None where it is the empty text. */
    readonly configPath?: string;
    readonly quietMode?: boolean;
    readonly runMode?: "build" | "serve" | "watch";
    readonly config?: (config: UserConfig) => void;
  }
  /** A page that was written. */
  export interface WrittenPage {
    readonly inputPath: string;
    readonly outputPath: string;
    readonly url: string;
    readonly content: string | Uint8Array;
  }
  export default class Eleventy {
    constructor(input: string, output: string, options?: EleventyOptions);
    readonly eleventyConfig: {
      readonly userConfig: UserConfig;
      /** What all settings come to, after `init`. */
      readonly config: {
        readonly passthroughCopies: Record<string, unknown>;
        readonly virtualTemplates: Record<string, unknown>;
      };
    };
    readonly bench: { readonly benchmarkGroups: Readonly<Record<string, { minimumThresholdMs: number }>> };
    write(): Promise<readonly [unknown, readonly WrittenPage[]]>;
    disableLogger(): void;
    init(): Promise<void>;
    watch(): Promise<void>;
    serve(port?: number): Promise<void>;
  }
}
