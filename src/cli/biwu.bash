# Completion for biwu(1).
_biwu()
{
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
    local commands='new check rank explain report certificates run finalise promote draw template key seal verify open archive help' options
    COMPREPLY=()

    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "$commands --help --version" -- "$word"))
        return
    fi
    case $command:$before in
        rank:--format) COMPREPLY=($(compgen -W 'table csv json xlsx' -- "$word")); return ;;
        check:--format | explain:--format | finalise:--format) COMPREPLY=($(compgen -W 'text json' -- "$word")); return ;;
        new:--rules)
            compopt -o filenames
            COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" new --list 2>/dev/null | cut -d' ' -f1)" -- "$word") $(compgen -f -- "$word"))
            return ;;
        new:--from | new:--judges | rank:-o | rank:--output | promote:-o | promote:--output | draw:-o | draw:--output)
            compopt -o filenames; COMPREPLY=($(compgen -f -- "$word")); return ;;
        *:--encoding)
            COMPREPLY=($(compgen -W 'utf-8 utf-16 utf-16le utf-16be gb18030 gbk gb2312' -- "$word")); return ;;
        *:--sector | *:--award | *:--contestant | *:--seed | *:--qr | *:--key | *:--reason | *:--by | *:--period) return ;;
        finalise:--stage) COMPREPLY=($(compgen -W 'announced notice expired' -- "$word")); return ;;
        finalise:--signed) COMPREPLY=($(compgen -S = -W '计分员 复核员 监督员 总裁判' -- "$word")); compopt -o nospace; return ;;
        seal:-o | seal:--output)
            compopt -o filenames; COMPREPLY=($(compgen -f -X '!*.biwu' -- "$word") $(compgen -d -- "$word")); return ;;
        verify:verify | open:open)
            [[ $word == -* ]] || { compopt -o filenames; COMPREPLY=($(compgen -f -X '!*.biwu' -- "$word") $(compgen -d -- "$word")); return; } ;;
        archive:archive) COMPREPLY=($(compgen -W 'list search --help' -- "$word")); return ;;
        archive:--format) COMPREPLY=($(compgen -W 'table csv json' -- "$word")); return ;;
        key:key) COMPREPLY=($(compgen -W 'new show --help' -- "$word")); return ;;
        certificates:--template)
            compopt -o filenames
            COMPREPLY=($(compgen -W 'award honour honour-portrait modern stock team' -- "$word") $(compgen -f -X '!*.txt' -- "$word"))
            return ;;
        template:template) COMPREPLY=($(compgen -W 'check preview' -- "$word")); return ;;
        template:check | template:preview | template:-o | template:--output) compopt -o filenames; COMPREPLY=($(compgen -f -- "$word")); return ;;
        help:*) COMPREPLY=($(compgen -W "$commands rules files template wording wording.en" -- "$word")); return ;;
    esac
    case $command in
        rank) options='--sector --format --output --watch --help' ;;
        check | explain) options='--format --help' ;;
        new) options='--rules --from --judges --list --help' ;;
        promote) options='--output --help' ;;
        draw) options='--seed --output --help' ;;
        report) options='--output --teams --blank --seed --help' ;;
        finalise) options='--signed --reason --format --stage --by --period --help' ;;
        run) options='--output --watch --help' ;;
        seal) options='--output --unsigned --help' ;;
        open) options='--output --help' ;;
        archive) options='--sector --format --help' ;;
        verify) options='--qr --key --help' ;;
        template) options='--output --help' ;;
        certificates) options='--output --template --split --award --contestant --teams --force --help' ;;
        *) options='--help' ;;
    esac
    [[ $command = @(help|key|verify|open|archive) ]] || options="--encoding $options"
    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$word"))
    else
        compopt -o filenames
        COMPREPLY=($(compgen -d -- "$word"))
    fi
}
complete -F _biwu biwu
