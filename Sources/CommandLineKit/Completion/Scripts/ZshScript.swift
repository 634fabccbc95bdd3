/// Completion for zsh 5.2 and later.
enum ZshScript {
    /// The script with `{{name}}` for the program and `{{id}}` for its name in functions.
    static let template = #"""
        #compdef {{name}}

        # zsh completion for {{name}}                                    -*- shell-script -*-

        # Sets `REPLY` to a word as the program would get it: without quotes, with variables in place of their names.
        __{{id}}_expand()
        {
            REPLY=$1
            # What could run a command stays as it is typed.
            [[ $REPLY == *'$'* && $REPLY != *['`(']* && $REPLY != *"'"* ]] && REPLY=${(e)REPLY}
            [[ $REPLY == '~/'* ]] && REPLY=$HOME/${REPLY#'~/'}
            REPLY=${(Q)REPLY}
        }

        _{{id}}()
        {
            local REPLY word answer line value description
            local -i directive
            local -a arguments lines candidates spacing order

            for word in "${(@)words[2,CURRENT-1]}"; do
                __{{id}}_expand "$word"
                arguments+=("$REPLY")
            done
            # The cursor may be inside the word.
            __{{id}}_expand "$PREFIX"
            arguments+=("$REPLY")

            # Through eval, so that an alias of the program is found too.
            local program=$words[1]
            [[ $program == *['`$();<>|&']* ]] && program={{name}}
            answer=$(eval "$program"' __complete "${arguments[@]}"' 2>/dev/null) || return
            lines=("${(@f)answer}")
            [[ $lines[-1] == :<-> ]] || return
            directive=${lines[-1]#:}
            lines[-1]=()

            # 1 error, 2 no space, 4 no files, 8 extensions, 16 directories, 32 keep the order
            (( directive & 1 )) && return
            (( directive & 2 )) && spacing=(-S '')
            (( directive & 32 )) && order=(-V)

            # In --flag=text the program answers for the text alone.
            [[ $PREFIX == -*=* ]] && compset -P 1 '*='

            if (( directive & 8 )); then
                _files -g "*.(${(j:|:)lines})"
                return
            elif (( directive & 16 )); then
                _files -/
                return
            fi
            for line in "${lines[@]}"; do
                [[ -n $line ]] || continue
                value=${line%%$'\t'*}
                value=${value//:/\\:}
                if [[ $line == *$'\t'* ]]; then
                    candidates+=("$value:${line#*$'\t'}")
                else
                    candidates+=("$value")
                fi
            done
            if (( ${#candidates} )); then
                _describe $order -t completions 'completions' candidates "${(@)spacing}" && return
            fi
            (( directive & 4 )) || _files
        }

        # Loaded by zsh itself the file is the function; otherwise it is a script that declares it.
        if [[ $funcstack[1] == _{{id}} ]]; then
            _{{id}} "$@"
        else
            compdef _{{id}} {{name}}
        fi

        """#
}
