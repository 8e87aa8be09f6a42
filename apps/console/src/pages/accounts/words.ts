import { addWords } from '../../language/words';
import { chinese } from './chinese';
import { english } from './english';

addWords('accounts', chinese, english);
