# powershell completion for skubectl                             -*- shell-script -*-

Register-ArgumentCompleter -Native -CommandName 'skubectl' -ScriptBlock {
    param($WordToComplete, $CommandAst, $CursorPosition)

    # The words up to the cursor, without their quotes.
    $Words = @($CommandAst.CommandElements |
        Where-Object { $_.Extent.StartOffset -lt $CursorPosition } |
        ForEach-Object {
            $Length = [Math]::Min($_.Extent.EndOffset, $CursorPosition) - $_.Extent.StartOffset
            $_.Extent.Text.Substring(0, $Length).Trim('"', "'")
        })
    if ($Words.Count -eq 0) { return }
    $Program = $Words[0]
    $Arguments = @($Words | Select-Object -Skip 1)
    $Last = $CommandAst.CommandElements[-1].Extent
    if ($CursorPosition -gt $Last.EndOffset -or $Arguments.Count -eq 0) {
        $Current = ''
        $Arguments += ''
    } else {
        $Current = $Arguments[-1]
    }

    # Before 7.3 an empty argument reaches a program only as a pair of quotes.
    $Legacy = $PSVersionTable.PSVersion -lt [version]'7.3.0' -or $PSNativeCommandArgumentPassing -eq 'Legacy'
    if ($Legacy) {
        $Arguments = @($Arguments | ForEach-Object { if ($_ -eq '') { '""' } else { $_ } })
    }

    $Answer = @(& $Program __complete @Arguments 2>$null)
    if ($Answer.Count -eq 0 -or $Answer[-1] -notmatch '^:(\d+)$') { return }
    $Directive = [int]$Matches[1]
    $Lines = @($Answer | Select-Object -SkipLast 1)

    # 1 error, 2 no space, 4 no files, 8 extensions, 16 directories, 32 keep the order
    # File names of the last two kinds are left to PowerShell.
    if ($Directive -band (1 + 8 + 16)) { return }

    # In --flag=text the program answers for the text alone, while PowerShell replaces the whole word.
    $Prefix = ''
    if ($Current -match '^(-[^=]*=)(.*)$') {
        $Prefix = $Matches[1]
        $Current = $Matches[2]
    }
    $Candidates = @($Lines | ForEach-Object {
            $Value, $Description = $_.Split("`t", 2)
            [PSCustomObject]@{ Value = $Value; Description = $Description }
        } | Where-Object { $_.Value.StartsWith($Current, [StringComparison]::Ordinal) })
    if ($Candidates.Count -eq 0) {
        # An empty result keeps PowerShell from offering file names.
        if ($Directive -band 4) { '' }
        return
    }
    if (-not ($Directive -band 32)) {
        $Candidates = @($Candidates | Sort-Object -Property Value)
    }

    # When Tab goes through the candidates one by one, the space is left to the user.
    $Mode = (Get-PSReadLineKeyHandler | Where-Object { $_.Key -eq 'Tab' }).Function
    $Space = ''
    if (-not ($Directive -band 2) -and ($Mode -eq 'MenuComplete' -or $Candidates.Count -eq 1)) { $Space = ' ' }
    $Longest = ($Candidates | ForEach-Object { $_.Value.Length } | Measure-Object -Maximum).Maximum

    $Candidates | ForEach-Object {
        $Insert = $Prefix + ($_.Value -replace '[\s#@$;,''{}()"`|<>&]', '`$0') + $Space
        $Shown = $_.Value
        $Note = $_.Value
        if ($_.Description) {
            $Note = $_.Description
            if ($Mode -eq 'Complete') { $Shown = $_.Value.PadRight($Longest) + "  ($($_.Description))" }
        }
        if ($ExecutionContext.SessionState.LanguageMode -eq 'FullLanguage') {
            [System.Management.Automation.CompletionResult]::new($Insert, $Shown, 'ParameterValue', $Note)
        } else {
            $Insert
        }
    }
}
