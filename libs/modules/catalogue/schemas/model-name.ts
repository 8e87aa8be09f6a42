import { z } from 'zod';

const LONGEST = 128;

/** As the gateways report it. */
export const modelName = z
  .string()
  .max(LONGEST)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:@/-]*$/, 'a name of A-Z, a-z, 0-9 and _ . : @ / -');

/** A name, or a pattern in which `*` stands for any characters. */
export const modelPattern = z
  .string()
  .max(LONGEST)
  .regex(/^[A-Za-z0-9*][A-Za-z0-9_.:@/*-]*$/, 'a name of a model, in which * may stand for any characters');
