import { MarkupKind, type Position, type SignatureHelp } from 'vscode-languageserver-types';
import { signaturePromql } from '../languages/promql/signature';
import { offsetOf, type FeatureContext } from './context';
import { here } from './fragment';

/** The function or aggregation whose arguments are being written. */
export function signatureHelp(context: FeatureContext, position: Position): SignatureHelp | undefined {
  const offset = offsetOf(context, position);
  const { fragment } = here(context.document, offset);
  if (fragment?.language !== 'promql') return undefined;
  const answer = signaturePromql(fragment.result, fragment.map.toFragment(offset));
  if (!answer) return undefined;
  const { label, documentation, parameters, activeParameter } = answer;
  return {
    signatures: [
      {
        label,
        documentation: documentation && { kind: MarkupKind.Markdown, value: documentation },
        parameters: parameters.map((parameter) => ({ ...parameter })),
      },
    ],
    activeSignature: 0,
    activeParameter,
  };
}
