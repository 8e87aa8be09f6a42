import { RequestMethod, type Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** What Nest knows of a route, and the description of it does not say. */
export interface Route {
  /** `GET /v1/accounts/{code}`. */
  readonly operation: string;
  /** `AccountsController.read`. */
  readonly method: string;
  /** Media types, where they are declared. */
  readonly produces: readonly string[];
}

export function routesOf(app: NestFastifyApplication): Route[] {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = new Set(
    modules.flatMap((module) => [...module.controllers.values()].map((one) => one.metatype)),
  );
  return [...controllers].flatMap((controller) => routesOfClass(controller as Type));
}

function routesOfClass(controller: Type): Route[] {
  const methods = controller.prototype as Record<string, object>;
  const names = Object.getOwnPropertyNames(methods).filter((name) =>
    Reflect.hasMetadata('method', methods[name] as object),
  );
  return names.map((name) => {
    const handler = methods[name] as object;
    const verb = RequestMethod[Reflect.getMetadata('method', handler) as RequestMethod];
    const parts = [Reflect.getMetadata('path', controller), Reflect.getMetadata('path', handler)] as string[];
    const path = parts
      .join('/')
      .split('/')
      .filter(Boolean)
      .join('/')
      .replace(/:(\w+)/g, '{$1}');
    const produces = (Reflect.getMetadata('swagger/apiProduces', handler) ?? []) as string[];
    return { operation: `${verb} /${path}`, method: `${controller.name}.${name}`, produces };
  });
}
