import type {
  RegisterResourceOutputsRequest,
  RegisterResourceRequest,
  RegisterResourceResponse,
} from "@pulumi/pulumi/proto/resource_pb.js";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks.js";
import { fromStruct, hidden, revealed } from "../../support/pulumi/wire.js";

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of an input's type
export type Inputs = Readonly<Record<string, any>>;

export interface RegisteredResource {
  readonly urn: string;
  readonly type: string;
  /** The type in short, like "dynamodb/table". */
  readonly kind: string;
  readonly name: string;
  /** The inputs with their secrets. */
  readonly inputs: Inputs;
  /** The inputs as Pulumi shows and stores them, without their secrets. */
  readonly publicInputs: Inputs;
  /** The inputs and what AWS adds once the resource is there. */
  readonly state: Inputs;
  readonly isProtected: boolean;
  /** Whether what is created stays when the stack has it no more. */
  readonly isRetainedOnDelete: boolean;
  /** Whether it goes before its replacement comes; undefined where that is left to the provider. */
  readonly isDeletedBeforeReplacement: boolean | undefined;
  /** Inputs whose change replaces it, whatever the provider would do. */
  readonly replacedWith: readonly string[];
  /** URNs of what has to be there first, whether an option or an input says so. */
  readonly dependencies: readonly string[];
}

type Respond = (error: unknown, response: RegisterResourceResponse) => void;

/** Pulumi's engine for tests, which also remembers what it was asked to create. */
export class RecordingMonitor extends MockMonitor {
  readonly registered: RegisteredResource[] = [];
  outputs: Inputs = {};
  publicOutputs: Inputs = {};

  override async registerResource(request: RegisterResourceRequest, respond: Respond) {
    const inputs = fromStruct(request.getObject());
    await super.registerResource(request, (error: unknown, response: RegisterResourceResponse) => {
      if (!error) {
        this.registered.push({
          urn: response.getUrn(),
          type: request.getType(),
          kind: request.getType().replace(/^aws:|:\w+$/g, ""),
          name: request.getName(),
          inputs: revealed(inputs),
          publicInputs: hidden(inputs),
          state: revealed(fromStruct(response.getObject())),
          isProtected: request.getProtect() ?? false,
          isRetainedOnDelete: request.getRetainondelete() ?? false,
          isDeletedBeforeReplacement: request.getDeletebeforereplacedefined()
            ? request.getDeletebeforereplace()
            : undefined,
          replacedWith: request.getReplaceonchangesList(),
          dependencies: request.getDependenciesList(),
        });
      }
      respond(error, response);
    });
  }

  override registerResourceOutputs(
    request: RegisterResourceOutputsRequest,
    respond: (error: unknown, response: unknown) => void,
  ): void {
    const outputs = fromStruct(request.getOutputs());
    this.outputs = revealed(outputs);
    this.publicOutputs = hidden(outputs);
    super.registerResourceOutputs(request, respond);
  }
}
