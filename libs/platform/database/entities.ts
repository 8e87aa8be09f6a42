import type { DynamicModule, Type } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

/** For a module's imports: makes its entities known to the process's one pool. */
export const entities = (...classes: Type[]): DynamicModule => TypeOrmModule.forFeature(classes);
