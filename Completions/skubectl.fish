# fish completion for skubectl                                   -*- shell-script -*-

# Prints what may stand in place of the word at the cursor, each on a line with its description after a tab.
function __skubectl_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct | string replace -r '^["\']' '' | string unescape)
    set -l arguments
    for word in $words[2..-1] $current
        if test -n "$word"
            # A variable stands for its value, as it will when the command runs.
            if string match -qr '^\$\w+$' -- $word
                set -l name (string sub -s 2 -- $word)
                set word "$$name"
            end
            set word (string replace -r '^~/' "$HOME/" -- $word)
        end
        set -a arguments "$word"
    end
    # Without a word at the cursor an empty one is to complete.
    test (count $current) -gt 0; or set -a arguments ''

    set -l answer ($words[1] __complete $arguments 2>/dev/null)
    set -l directive (string match -r '^:(\d+)$' -- $answer[-1])[2]
    test -n "$directive"; or return
    set -e answer[-1]

    # 1 error, 2 no space, 4 no files, 8 extensions, 16 directories
    test (math "bitand($directive, 1)") -eq 0; or return

    # In --flag=text the program answers for the text alone, while fish replaces the whole word.
    set -l prefix (string match -r '^-[^=]*=' -- $arguments[-1])
    set -l text (string replace -r '^-[^=]*=' '' -- $arguments[-1])

    if test (math "bitand($directive, 8)") -ne 0
        for extension in $answer
            __skubectl_paths "$prefix" "$text" | string match -r '.*(?:/|\.'$extension')(?:\t.*)?$'
        end | sort -u
        return
    else if test (math "bitand($directive, 16)") -ne 0
        __skubectl_paths "$prefix" "$text" | string match -r '.*/(?:\t.*)?$'
        return
    end

    set -l fitting
    for line in $answer
        set -l value (string split -m 1 \t -- $line)[1]
        if test (string sub -l (string length -- "$text") -- "$value") = "$text"
            set -a fitting "$prefix$line"
        end
    end
    if test (count $fitting) -eq 0
        test (math "bitand($directive, 4)") -ne 0; or __skubectl_paths "$prefix" "$text"
        return
    end
    printf '%s\n' $fitting
    # fish adds a space after a single candidate unless it ends in one of these.
    if test (count $fitting) -eq 1; and test (math "bitand($directive, 2)") -ne 0
        set -l value (string split -m 1 \t -- $fitting[1])[1]
        string match -qr '[@=/:.,]$' -- $value; or echo $value.
    end
end

# Prints the paths that begin with a text, each after the prefix.
function __skubectl_paths
    for path in (__fish_complete_path $argv[2])
        echo $argv[1]$path
    end
end

complete -c skubectl -e
complete -c skubectl -f -k -a '(__skubectl_complete)'
