// proper-lockfile brings no types of its own; only what is used here.
declare module 'proper-lockfile' {
  export type LockOptions = {
    readonly stale?: number;
    readonly update?: number;
    readonly realpath?: boolean;
    readonly retries?: {
      readonly retries: number;
      readonly minTimeout: number;
      readonly maxTimeout: number;
      readonly factor?: number;
    };
    readonly onCompromised?: (error: Error) => void;
  };
  export function lock(file: string, options?: LockOptions): Promise<() => Promise<void>>;
}
