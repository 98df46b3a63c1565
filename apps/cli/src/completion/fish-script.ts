import type { Choice } from './completed.ts';
import type { CompletionTable, Place } from './completion-table.ts';
import { installComments } from './install-help.ts';

/** The script that lets fish complete psoas. */
export function fishScript({ commands, places }: CompletionTable): string {
  return `${[
    ...installComments('fish'),
    '',
    '# The options of a command; fails where there is no such command.',
    'function __psoas_options --argument-names command',
    '    switch $command',
    ...commands.flatMap(({ name, options }) => [`        case ${quoted(name)}`, `            ${printed(options)}`]),
    "        case '*'",
    '            return 1',
    '    end',
    'end',
    '',
    '# What is offered at a place, written as command:place:first.',
    'function __psoas_value --argument-names place',
    '    set -g __psoas_kind none',
    '    switch $place',
    ...places.flatMap(placeCase),
    '    end',
    'end',
    '',
    walk,
  ].join('\n')}\n`;
}

function placeCase({ patterns, completed }: Place): readonly string[] {
  return [
    `        case ${patterns.map(quoted).join(' ')}`,
    `            set -g __psoas_kind ${completed.kind}`,
    ...('choices' in completed ? [`            ${printed(completed.choices)}`] : []),
  ];
}

// One a line, a tab before what it is.
function printed(choices: readonly Choice[]): string {
  if (choices.length === 0) return 'true';
  return `printf '%s\\t%s\\n' ${choices.map(({ value, text = '' }) => `${quoted(value)} ${quoted(text)}`).join(' ')}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

const walk = String.raw`function __psoas_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l command ''
    set -l first ''
    set -l option ''
    set -l slot 1
    set -e words[1]
    for each in $words
        set -l longer (string trim -- "$command $each")
        if test -n "$option"
            set option ''
        else if string match -q -- '-*' "$each"
            __psoas_value "$command:$each:$first" >/dev/null
            test $__psoas_kind = none; or set option $each
        else if test $slot = 1; and __psoas_options "$longer" >/dev/null
            set command $longer
        else
            test $slot = 1; and set first $each
            set slot (math $slot + 1)
        end
    end
    set -l lead ''
    if test -z "$option"; and string match -q -- '--*=*' "$word"
        set -l parts (string split -m 1 = -- "$word")
        set option $parts[1]
        set lead "$option="
        set word $parts[2]
    end
    if test -z "$option"; and string match -q -- '-*' "$word"
        __psoas_options "$command"
        return
    end
    set -l place $slot
    test -n "$option"; and set place $option
    set -l offered (__psoas_value "$command:$place:$first")
    switch $__psoas_kind
        case list
            set lead "$lead"(string match -r '^.*,' -- "$word"; or echo '')
        case file
            set offered (__fish_complete_path "$word")
    end
    for each in $offered
        echo -- "$lead$each"
    end
end

complete -c psoas -e
complete -c psoas -f -a '(__psoas_complete)'`;
