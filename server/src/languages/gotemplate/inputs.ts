import type { DefinitionNode, Operand, PipelineNode, TemplateNode, TemplateResult } from './ast';
import { definitionsOf } from './definitions';
import { Inference } from './infer-walk';
import type { ListType, StructType, TemplateType } from './types';

type Inputs = ReadonlyMap<DefinitionNode, TemplateType>;

/** Chains of calls longer than this are not followed. */
const MOST_ROUNDS = 4;

const known = new WeakMap<TemplateResult, Inputs>();

/**
 * What dot is in each `define` and `block`: what all calls in the same text give it, if they agree. A template that
 * nothing in the text calls is given what its body looks made for, where programs call templates from elsewhere.
 */
export function templateInputs(result: TemplateResult): Inputs {
  let inputs = known.get(result);
  if (!inputs) {
    inputs = findInputs(result);
    known.set(result, inputs);
  }
  return inputs;
}

function findInputs(result: TemplateResult): Inputs {
  const definitions = result.templates.length > 0 ? definitionsOf(result.nodes) : [];
  if (definitions.length === 0) return new Map();
  const guesses = new Map(definitions.map((node) => [node, guessInput(node, result.dialect.shapes)]));
  let inputs: Inputs = guesses;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const given = callsByName(result, inputs);
    // Until the last round, a call that gives something unknown may still become clear.
    const isLast = round === MOST_ROUNDS;
    inputs = new Map(
      definitions.map((node) => [
        node,
        common(given.get(node.name?.value ?? '') ?? [], isLast) ?? guesses.get(node) ?? 'any',
      ]),
    );
  }
  return inputs;
}

function callsByName(result: TemplateResult, inputs: Inputs): Map<string, Set<TemplateType>> {
  const given = new Map<string, Set<TemplateType>>();
  const template = ({ name, input }: { name: { value: string }; input: TemplateType }): void => {
    const types = given.get(name.value) ?? new Set();
    given.set(name.value, types.add(input));
  };
  new Inference(result, { template }, Infinity, inputs).run();
  return given;
}

function common(types: Iterable<TemplateType>, strict: boolean): TemplateType | undefined {
  const [first, ...others] = [...types].filter((type) => strict || type !== 'any');
  return others.length > 0 ? 'any' : first;
}

/** The shape that has most of the fields that the body takes from its dot. */
function guessInput({ body }: DefinitionNode, shapes: readonly StructType[]): TemplateType {
  const [usual] = shapes;
  if (!usual) return 'any';
  const uses = new DotUses();
  uses.add(body);
  if (uses.ranged) return listOf(shapes, uses.ranged);
  return bestShape(uses.names, shapes) ?? (uses.names.size === 0 ? usual : 'any');
}

function listOf(shapes: readonly StructType[], body: readonly TemplateNode[]): TemplateType {
  const uses = new DotUses();
  uses.add(body);
  const of = bestShape(uses.names, shapes) ?? (uses.names.size === 0 ? shapes[1] : undefined);
  return of ? ({ kind: 'list', name: `list of ${of.name}s`, of, assumed: true } satisfies ListType) : 'any';
}

function bestShape(names: ReadonlySet<string>, shapes: readonly StructType[]): StructType | undefined {
  let best: StructType | undefined;
  let most = 0;
  for (const shape of shapes) {
    const fields = [...shape.fields.keys()];
    let score = 0;
    for (const name of names) {
      if (shape.fields.has(name)) score += 1;
      // A name that is being typed.
      else if (fields.some((field) => field.startsWith(name))) score += 0.5;
    }
    if (score > most) [best, most] = [shape, score];
  }
  return best && { ...best, assumed: true };
}

/** The fields that are taken from the dot that a template was given, and the body of `{{ range . }}`. */
class DotUses {
  readonly names = new Set<string>();
  ranged: readonly TemplateNode[] | undefined;

  add(body: readonly TemplateNode[]): void {
    const pending: TemplateNode[] = [...body];
    for (let node = pending.pop(); node; node = pending.pop()) {
      if (node.kind === 'control') {
        for (const branch of node.branches) {
          this.#pipeline(branch.pipeline);
          if (node.keyword === 'if' || branch.isElse) pending.push(...branch.body);
          else if (node.keyword === 'range' && isDot(branch.pipeline)) this.ranged = branch.body;
        }
      } else if (node.kind === 'action' || node.kind === 'template' || node.kind === 'definition') {
        this.#pipeline(node.pipeline);
      }
    }
  }

  #pipeline(pipeline: PipelineNode | undefined): void {
    const pending: Operand[] = pipeline ? [pipeline] : [];
    for (let operand = pending.pop(); operand; operand = pending.pop()) {
      if (operand.kind === 'pipeline') pending.push(...operand.commands.flatMap(({ operands }) => operands));
      else if (operand.kind === 'chain') pending.push(operand.base);
      else if (operand.kind === 'field' || (operand.kind === 'variable' && operand.name === '$')) {
        const [first] = operand.fields;
        if (first) this.names.add(first.name);
      }
    }
  }
}

function isDot(pipeline: PipelineNode | undefined): boolean {
  const [command, ...others] = pipeline?.commands ?? [];
  const [operand, ...more] = command?.operands ?? [];
  return operand?.kind === 'dot' && others.length === 0 && more.length === 0;
}
