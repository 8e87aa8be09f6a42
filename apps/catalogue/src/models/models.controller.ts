import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  DefineModel,
  ListModels,
  MODEL_ORDER,
  modelSchema,
  type NamedModel,
} from '@ciyuan/modules/catalogue';
import { Roles } from '@ciyuan/platform/auth';
import { placeIn } from '@ciyuan/platform/lists';
import { refusedRegistration } from '../refused-registration';
import { STAFF } from '../staff';
import { modelsQuerySchema, type ModelsQuery, type ModelsView } from './models.dto';

@Controller('v1/models')
export class ModelsController {
  constructor(
    private readonly listModels: ListModels,
    private readonly defineModel: DefineModel,
  ) {}

  @Get()
  @Roles(...STAFF)
  @ApiOperation({ summary: 'The models that can be reported, filtered and sorted, page by page' })
  async list(@Query({ schema: modelsQuerySchema }) query: ModelsQuery): Promise<ModelsView> {
    const { vendor, text } = query;
    const { items, next } = await this.listModels.run({ ...placeIn(MODEL_ORDER, query), vendor, text });
    return { models: items, next };
  }

  @Post()
  @Roles('maker', 'admin')
  @ApiOperation({ summary: 'Make a model known; saying the same again changes nothing' })
  async define(@Body({ schema: modelSchema }) body: NamedModel): Promise<NamedModel> {
    const answer = await this.defineModel.run(body);
    if (!answer.ok) throw refusedRegistration(answer.refusal, 'model');
    return answer.value;
  }
}
