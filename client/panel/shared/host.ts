interface VsCodeApi {
  postMessage(message: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/**
 * Gives the way to the extension and receives what comes from it. Messages of other origins, as frames have, are not
 * listened to.
 */
export function connectHost(receive: (message: unknown) => void): (message: unknown) => void {
  const api = acquireVsCodeApi();
  window.addEventListener('message', ({ origin, data }: MessageEvent<unknown>) => {
    if (origin === window.origin) receive(data);
  });
  return (message) => {
    api.postMessage(message);
  };
}

/** A call of `action` when nobody has asked for one during `milliseconds`. */
export function debounced(milliseconds: number, action: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds);
  };
}
