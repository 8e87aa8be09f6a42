import { checkSettlementCalendar, minuteOfClock, type CalendarStep } from './settlement-calendar';

const step = (name: CalendarStep['step'], at = '12:00'): CalendarStep => ({
  step: name,
  day: 1,
  counted: 'calendar',
  at,
});

describe('a calendar of settlements', () => {
  it.each<[string, CalendarStep[], string[]]>([
    ['in order', [step('freeze'), step('issue'), step('pay')], []],
    ['a step twice', [step('freeze'), step('freeze')], ['steps.1.step step_twice']],
    ['a step before an earlier one', [step('issue'), step('freeze')], ['steps.1.step out_of_order']],
    [
      'no local time',
      [step('freeze', '24:00'), step('pay', '12:60')],
      ['steps.0.at not_a_local_time', 'steps.1.at not_a_local_time'],
    ],
  ])('%s', (_what, steps, faults) => {
    const found = checkSettlementCalendar({ code: 'months', zone: 'Asia/Shanghai', steps });
    expect(found.map(({ path, code }) => `${path} ${code}`)).toEqual(faults);
  });

  it.each([
    ['00:00', 0],
    ['09:05', 545],
    ['23:59', 1439],
    ['24:00', undefined],
    ['9:05', undefined],
  ])('%s is minute %p', (clock, minute) => {
    expect(minuteOfClock(clock)).toBe(minute);
  });
});
