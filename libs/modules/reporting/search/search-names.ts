import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import { SearchStore, type Found } from './search.store';

const MOST_OF_A_KIND = 10;

/** What has the text in its code or its name: of each kind ten at most, whole codes first. */
@Injectable()
export class SearchNames {
  constructor(
    private readonly database: Database,
    private readonly search: SearchStore,
  ) {}

  run(text: string): Promise<Found[]> {
    return this.database.transaction((tx) => this.search.find(tx, text, MOST_OF_A_KIND));
  }
}
