import {
  type handleUnaryCall,
  Server,
  ServerCredentials,
  status,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import engineMessages, {
  type LogRequest,
  type SetRootResourceRequest,
} from "@pulumi/pulumi/proto/engine_pb.js";
import providerMessages from "@pulumi/pulumi/proto/provider_pb.js";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb.js";
import resourceMessages, {
  type ReadResourceRequest,
  type RegisterResourceOutputsRequest,
  type RegisterResourceRequest,
  type ResourceInvokeRequest,
} from "@pulumi/pulumi/proto/resource_pb.js";
import emptyMessages from "google-protobuf/google/protobuf/empty_pb.js";
import { providerAnswers } from "../../infra/support/provider-answers.js";
import { fromStruct, type Properties, revealed, secret, toStruct } from "./wire.js";

/** A resource as the program registered it. */
export interface RegisteredResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly inputs: Properties;
  readonly isProtected: boolean;
}

/** What the program said to its user. */
export interface Diagnostic {
  readonly severity: "debug" | "info" | "warning" | "error";
  readonly message: string;
}

/** The part of Pulumi's engine that a program talks to, before a cloud that grants everything. */
export interface Engine {
  readonly address: string;
  readonly resources: RegisteredResource[];
  readonly diagnostics: Diagnostic[];
  /** The stack's outputs, once the program has ended well. */
  outputs: Properties | undefined;
  close(): void;
}

/** @param isPreview whether what only AWS can tell stays unknown */
export async function startEngine(isPreview: boolean): Promise<Engine> {
  const server = new Server();
  const engine: Engine = {
    address: "",
    resources: [],
    diagnostics: [],
    outputs: undefined,
    close: () => server.forceShutdown(),
  };
  server.addService(ResourceMonitorService, resourceMonitor(engine, isPreview));
  server.addService(EngineService, engineService(engine));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return Object.assign(engine, { address: `127.0.0.1:${port}` });
}

// What is not listed is answered by UNIMPLEMENTED, and a program that needs it fails.
function resourceMonitor(engine: Engine, isPreview: boolean): UntypedServiceImplementation {
  return {
    supportsFeature: answering(() =>
      new resourceMessages.SupportsFeatureResponse().setHassupport(true),
    ),
    registerResource: answering(async (request: RegisterResourceRequest) => {
      const inputs = fromStruct(request.getObject());
      const isProtected = request.getProtect() ?? false;
      const resource = { ...identityOf(request), inputs, isProtected };
      engine.resources.push(resource);
      const response = new resourceMessages.RegisterResourceResponse().setUrn(resource.urn);
      if (isPreview || !request.getCustom()) return response.setObject(toStruct(inputs));
      const { id = "", state } = await providerAnswers.newResource({
        ...resource,
        inputs: revealed(inputs),
      });
      const outputs = withSecrets(state, request.getAdditionalsecretoutputsList());
      return response.setId(id).setObject(toStruct({ ...outputs, ...inputs }));
    }),
    registerResourceOutputs: answering((request: RegisterResourceOutputsRequest) => {
      engine.outputs = fromStruct(request.getOutputs());
      return new emptyMessages.Empty();
    }),
    readResource: answering(async (request: ReadResourceRequest) => {
      const resource = { ...identityOf(request), inputs: fromStruct(request.getProperties()) };
      const { state } = await providerAnswers.newResource(resource);
      const response = new resourceMessages.ReadResourceResponse().setUrn(resource.urn);
      return response.setProperties(toStruct(state));
    }),
    invoke: answering(async (request: ResourceInvokeRequest) => {
      const inputs = fromStruct(request.getArgs());
      const answer = await providerAnswers.call({ token: request.getTok(), inputs });
      return new providerMessages.InvokeResponse().setReturn(toStruct(answer as Properties));
    }),
    signalAndWaitForShutdown: answering(() => new emptyMessages.Empty()),
  };
}

function engineService(engine: Engine): UntypedServiceImplementation {
  const severities = ["debug", "info", "warning", "error"] as const;
  let root = "";
  return {
    log: answering((request: LogRequest) => {
      const severity = severities[request.getSeverity()] ?? "error";
      engine.diagnostics.push({ severity, message: request.getMessage() });
      return new emptyMessages.Empty();
    }),
    setRootResource: answering((request: SetRootResourceRequest) => {
      root = request.getUrn();
      return new engineMessages.SetRootResourceResponse();
    }),
    getRootResource: answering(() => new engineMessages.GetRootResourceResponse().setUrn(root)),
  };
}

function answering<Request, Response>(
  answer: (request: Request) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return async ({ request }, done) => {
    try {
      done(null, await answer(request));
    } catch (error) {
      done({ code: status.INTERNAL, details: String(error) });
    }
  };
}

function identityOf(request: { getType(): string; getName(): string }) {
  const type = request.getType();
  const name = request.getName();
  return { type, name, urn: `urn:pulumi:test::edge-grader::${type}::${name}` };
}

/** As the engine keeps what a provider answers: a resource says which of its outputs are secret. */
function withSecrets(state: Properties, secretOutputs: readonly string[]): Properties {
  const outputs = Object.entries(state).map(([name, value]) => [
    name,
    secretOutputs.includes(name) ? secret(value) : value,
  ]);
  return Object.fromEntries(outputs);
}
