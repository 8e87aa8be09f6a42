import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { DefineModel, ListModels, modelSchema, type NamedModel } from '@ciyuan/modules/catalogue';
import { Roles } from '@ciyuan/platform/auth';
import { refusedRegistration } from '../refused-registration';
import { STAFF } from '../staff';

@Controller('v1/models')
export class ModelsController {
  constructor(
    private readonly listModels: ListModels,
    private readonly defineModel: DefineModel,
  ) {}

  @Get()
  @Roles(...STAFF)
  @ApiOperation({ summary: 'The models that can be reported, by code' })
  async list(): Promise<{ models: NamedModel[] }> {
    return { models: await this.listModels.run() };
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
