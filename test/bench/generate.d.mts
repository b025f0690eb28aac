export declare const INPUTS: {
  large(): string;
  huge(): string;
  many(): string[];
  one(): string;
  config(): string;
};
