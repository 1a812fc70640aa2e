/** The part of Eleventy's programmatic interface that is used. https://www.11ty.dev/docs/programmatic/ */
declare module "@11ty/eleventy" {
  export interface UserConfig {
    readonly ignores: Set<string>;
    transforms: Readonly<Record<string, unknown>>;
    readonly globalData: Readonly<Record<string, unknown>>;
    readonly directories: { readonly output: string };
    addGlobalData(name: string, value: unknown): void;
    addTemplateFormats(formats: string | readonly string[]): void;
    addExtension(extensions: string | readonly string[], options: Readonly<Record<string, unknown>>): void;
    addDataExtension(extensions: string, parser: (text: string) => unknown): void;
    addWatchTarget(target: string): void;
    setServerOptions(options: Readonly<Record<string, unknown>>): void;
    setUseGitIgnore(enabled: boolean): void;
    setQuietMode(quiet: boolean): void;
    on(event: string, listener: (...values: unknown[]) => unknown): void;
  }
  export interface EleventyOptions {
    readonly configPath?: string;
    readonly quietMode?: boolean;
    readonly runMode?: "build" | "serve" | "watch";
    readonly config?: (config: UserConfig) => void;
  }
  export default class Eleventy {
    constructor(input: string, output: string, options?: EleventyOptions);
    write(): Promise<unknown>;
    disableLogger(): void;
    init(): Promise<void>;
    watch(): Promise<void>;
    serve(port?: number): Promise<void>;
  }
}
