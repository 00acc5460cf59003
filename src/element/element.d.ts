/** The custom element <cluster-ready>. Its contract is docs/embedding.md. */

export type ClusterReadyMode = 'full' | 'quick' | 'firm';
export type ClusterReadyStorage = 'device' | 'session' | 'none';

/** A result file as an object: `format` is "cluster-ready-result". */
export interface ClusterReadyResult {
  format: 'cluster-ready-result';
  format_version: number;
  [field: string]: unknown;
}

export interface ClusterReadyStart {
  mode: ClusterReadyMode;
  /** The invented worked example. */
  example: boolean;
}

export interface ClusterReadyAnswer {
  /** Id of the question, as `M1`. */
  indicator: string;
  /** False: an answer was taken away. */
  given: boolean;
  /** Questions with an answer, "we don't know" among them. */
  settled: number;
  asked: number;
}

export interface ClusterReadyFigures {
  mode: ClusterReadyMode;
  /** Points from 0 to 100; null where there is not enough to say. In the mode `firm` a contribution, no score of a cluster. */
  value: number | null;
  low: number | null;
  high: number | null;
  /** 1 to 5; null while no level may be named, and always in the mode `firm`. */
  level: number | null;
  /** Share of the weight that is answered, 0 to 1. */
  coverage: number;
}

export interface ClusterReadySave {
  to: 'device' | 'session' | 'file';
}

export interface ClusterReadySubmit {
  /**
   * `waiting`: taken over, or to be tried again; `sending`: a try has begun; `sent`: the server has it; `refused`: the server
   * does not want it; `withdrawn`: the person took it back.
   */
  state: 'waiting' | 'sending' | 'sent' | 'refused' | 'withdrawn';
  /** HTTP status of the answer; null where there was none. */
  status: number | null;
}

export interface ClusterReadyProblem {
  reason:
    | 'network' | 'files' | 'policy' | 'browser' | 'crash'
    | 'model-src' | 'rules-src' | 'submit-url'
    | 'no-storage' | 'storage-full' | 'storage-conflict';
  /** Inside a file of the page's own: `indicators[3].answer`, or `line:column`. */
  place?: string;
  /** What is wrong there, in English. */
  detail?: string;
  file?: string;
}

export interface ClusterReadyEventMap {
  'cluster-ready-start': CustomEvent<ClusterReadyStart>;
  'cluster-ready-answer': CustomEvent<ClusterReadyAnswer>;
  'cluster-ready-result': CustomEvent<ClusterReadyFigures>;
  'cluster-ready-save': CustomEvent<ClusterReadySave>;
  'cluster-ready-submit': CustomEvent<ClusterReadySubmit>;
  'cluster-ready-error': CustomEvent<ClusterReadyProblem>;
}

export class ClusterReady extends HTMLElement {
  static readonly version: string;
  mode: ClusterReadyMode | null;
  modelSrc: string | null;
  rulesSrc: string | null;
  storage: ClusterReadyStorage | null;
  draftKey: string | null;
  brandName: string | null;
  /** Who publishes the page, and how they are reached: mail, a page with https, or any text. */
  publisher: string | null;
  contact: string | null;
  submitUrl: string | null;
  /** Not null: the browser's Back leads to the widget's page before. */
  history: string | null;
  wasmSrc: string | null;
  workerSrc: string | null;
  /** The assessment with its results. */
  getResult(): Promise<ClusterReadyResult>;
  /** Opens a result file's object as a draft of its own, on its result. */
  loadResult(result: ClusterReadyResult): Promise<void>;
  /** Back to the first page; with `erase`, the drafts that this element keeps go too. */
  reset(options?: { erase?: boolean }): Promise<void>;
  /** Shows the result of the open assessment and opens the print dialog. */
  print(): Promise<void>;
}

declare global {
  interface HTMLElementTagNameMap {
    'cluster-ready': ClusterReady;
  }
  interface HTMLElementEventMap extends ClusterReadyEventMap {}
  interface DocumentEventMap extends ClusterReadyEventMap {}
  interface WindowEventMap extends ClusterReadyEventMap {}
}
