# bash completion for skubectl                                   -*- shell-script -*-

# Joins what bash splits at '=' and ':' into `words`, up to the cursor; `typed` gets the last of bash's own words.
__skubectl_read_words()
{
    local line=${COMP_LINE:0:COMP_POINT} index part
    words=()
    typed=
    for ((index = 0; index <= COMP_CWORD; index++)); do
        part=${COMP_WORDS[index]}
        if [[ $line == [[:space:]]* || $index -eq 0 ]]; then
            line=${line#"${line%%[![:space:]]*}"}
            words+=("")
        fi
        # The cursor may be inside the last word.
        ((${#part} > ${#line})) && part=$line
        line=${line:${#part}}
        words[${#words[@]}-1]+=$part
        typed=$part
    done
    # A lone '=' or ':' is where a new word begins for readline.
    [[ $typed == [=:]* ]] && typed=${typed##*[=:]}
}

# Sets `value` to a word as the program would get it: without quotes, with variables in place of their names.
__skubectl_expand()
{
    value=$1
    # What could run a command or write a file stays as it is typed.
    [[ $1 == *['`();<>|&']* || $1 == *$'\n'* ]] && return
    eval "value=$1" 2>/dev/null || value=${1#[\"\']}
}

# Offers the files whose names end in one of the extensions, and directories.
__skubectl_offer_files()
{
    local file extension
    while IFS= read -r file; do
        if [[ -d ${file/#\~/$HOME} ]]; then
            COMPREPLY+=("$file")
            continue
        fi
        for extension in "${candidates[@]}"; do
            [[ $file == *."$extension" ]] && COMPREPLY+=("$file")
        done
    done < <(compgen -f -- "$value")
    [[ $(type -t compopt) == builtin ]] && compopt -o filenames
}

# Offers the candidates that begin with `value`; several are shown with their descriptions.
__skubectl_offer_candidates()
{
    local tab=$'\t' candidate name description room longest=0 index
    local names=() descriptions=()
    for candidate in "${candidates[@]}"; do
        name=${candidate%%"$tab"*}
        [[ $name == "$value"* ]] || continue
        description=
        [[ $candidate == *"$tab"* ]] && description=${candidate#*"$tab"}
        names+=("$name")
        descriptions+=("$description")
        ((${#name} > longest)) && longest=${#name}
    done
    for ((index = 0; index < ${#names[@]}; index++)); do
        name=$prefix${names[index]}
        description=${descriptions[index]}
        if ((${#names[@]} == 1)) || [[ ${COMP_TYPE-} == 37 || ${COMP_TYPE-} == 42 ]]; then
            # The word is inserted as it is, so it is quoted where the shell needs it.
            if [[ $word != [\"\']* ]]; then
                printf -v name '%q' "${names[index]}"
                name=$prefix$name
            fi
            description=
        fi
        name=${name#"$done_before"}
        if [[ -n $description ]]; then
            room=$((${COLUMNS:-80} - longest - 4))
            if ((room > 8)); then
                printf -v name "%-${longest}s" "$name"
            else
                room=$((${COLUMNS:-80} - ${#name} - 4))
            fi
            if ((room > 0)); then
                ((${#description} > room)) && description=${description:0:room-1}…
                name+="  ($description)"
            fi
        fi
        COMPREPLY+=("$name")
    done
}

__start_skubectl()
{
    local words typed value answer directive line prefix= done_before
    local arguments=() candidates=()
    COMPREPLY=()
    __skubectl_read_words

    local index count=${#words[@]}
    for ((index = 1; index < count; index++)); do
        __skubectl_expand "${words[index]}"
        arguments+=("$value")
    done

    # Through eval, so that an alias of the program is found too.
    local program=${words[0]}
    [[ $program == *['`$();<>|&']* ]] && program=skubectl
    answer=$(eval "$program"' __complete "${arguments[@]}"' 2>/dev/null) || return
    directive=${answer##*:}
    [[ $directive == +([0-9]) ]] 2>/dev/null || [[ $directive =~ ^[0-9]+$ ]] || return
    answer=${answer%:*}
    while IFS= read -r line; do
        [[ -n $line ]] && candidates+=("$line")
    done <<<"$answer"

    # 1 error, 2 no space, 4 no files, 8 extensions, 16 directories, 32 keep the order
    ((directive & 1)) && return
    if [[ $(type -t compopt) == builtin ]]; then
        ((directive & 2)) && compopt -o nospace
        ((directive & 4)) && compopt +o default
        ((directive & 32)) && compopt -o nosort 2>/dev/null
    fi

    # In --flag=text the program answers for the text alone, while readline replaces what bash calls the word.
    local word=${words[count-1]}
    done_before=${word%"$typed"}
    if [[ $word == -*=* ]]; then
        prefix=${word%%=*}=
        value=${value#*=}
    fi
    if ((directive & 8)); then
        __skubectl_offer_files
    elif ((directive & 16)); then
        while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "$value")
        [[ $(type -t compopt) == builtin ]] && compopt -o filenames
    else
        __skubectl_offer_candidates
    fi
}

if [[ $(type -t compopt) == builtin ]]; then
    complete -o default -F __start_skubectl skubectl
else
    complete -o default -o nospace -F __start_skubectl skubectl
fi

# ex: ts=4 sw=4 et filetype=sh
