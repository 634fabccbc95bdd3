import CommandLineKit
import Testing

struct ManPageTests {
    private func page(_ path: [String]) throws -> String {
        ManPage.text(
            for: try #require(SampleProgram.tree.node(at: path)), in: SampleProgram.tree, version: "v1.36.4+sample")
    }

    @Test func `a command`() throws {
        #expect(
            try page(["describe-it"]) == #"""
                .TH "SKUBECTL\-DESCRIBE\-IT" 1 "" "skubectl v1.36.4+sample" "User Commands"
                .SH NAME
                skubectl\-describe\-it \- Show one thing in full
                .SH SYNOPSIS
                .nf
                skubectl describe\-it TYPE [NAME] [options]
                .fi
                .SH DESCRIPTION
                .PP
                Show one thing in full.
                .PP
                A second paragraph names skubectl.
                .PP
                Also called desc.
                .SH OPTIONS
                .TP
                \fB\-A, \-\-all\-namespaces\fR
                List every namespace
                .TP
                \fB\-\-env <key=value>\fR
                Pairs
                .TP
                \fB\-f, \-\-filename <strings>\fR
                The files to read
                .br
                Default: \fI[a.yaml,"b,c"]\fR
                .TP
                \fB\-\-period <duration>\fR
                How long
                .br
                Default: \fI1m30s\fR
                .TP
                \fB\-o, \-\-to <string>\fR
                The format. More of it.
                .br
                Default: \fInone\fR
                .TP
                \fB\-\-vmodule <string>\fR
                Levels for single files
                .SH EXAMPLES
                .PP
                Show a pod
                .PP
                .RS 4
                .nf
                skubectl describe\-it pod web
                .fi
                .RE
                .PP
                Show every pod, with its events
                .PP
                .RS 4
                .nf
                  skubectl describe\-it pods | less
                  skubectl options
                .fi
                .RE
                .SH "SEE ALSO"
                \fBskubectl\fR(1)

                """#)
    }

    @Test func `lists, code and lines that look like requests`() throws {
        let text = try page(["set", "image"])
        #expect(text.contains(".IP \\(bu 2\none\n.IP \\(bu 2\n\\&.two\n"))
        #expect(text.contains(".IP 1. 4\nfirst\n.IP 2. 4\nsecond\n"))
        #expect(text.contains(".RS 4\n.nf\n\\&'quoted' \\(rsn\n\\&.dot\n.fi\n.RE\n"))
    }

    @Test func `a group lists its commands, and the program the global options`() throws {
        #expect(
            try page(["config"]).contains(
                ".SH COMMANDS\n.TP\n\\fBskubectl\\-config\\-use\\-context\\fR(1)\nChoose a context\n"))
        #expect(
            try page([]).contains(".SH \"OPTIONS OF EVERY COMMAND\"\n.TP\n\\fB\\-\\-match\\-server\\-version\\fR\n"))
        let node = try #require(SampleProgram.tree.node(at: ["config", "view"]))
        #expect(ManPage.fileName(for: node, in: SampleProgram.tree) == "skubectl-config-view.1")
    }
}
