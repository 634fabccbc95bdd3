import CommandLineKit
import JSONModel
import Testing

@testable import SkubectlCommands

/// The command line that `--record` keeps.
@Suite struct ChangeCauseTests {
    @Test(arguments: [
        (["annotate", "cm/a", "b=c", "--record"], "annotate cm/a b=c --record=true"),
        (
            ["-nweb", "annotate", "--record", "cm", "a", "-oyaml"],
            "annotate cm a --namespace=web --record=true --output=yaml"
        ),
        (["set", "sa", "rs/web", "x", "--record=T"], "set sa rs/web x --record=T"),
        (["annotate", "a", "--", "b-", "-x"], "annotate a b- -x"),
    ])
    func commandLine(words: [String], text: String) {
        let tree = CommandRegistry.tree
        let node = tree.resolve(words).node
        #expect(tree.normalizedText(words, for: node) == text)
    }

    @Test func typedObjectsKeepTheirOrder() {
        let object: JSONValue = ["kind": "A", "metadata": ["name": "x", "ownerReferences": ["o"]], "spec": ["a": 1]]
        let changed = object.settingAnnotation("b", to: "c").settingAnnotation("a", to: "d")
        #expect(
            JSONWriter.text(changed)
                == #"{"kind":"A","metadata":{"name":"x","annotations":{"a":"d","b":"c"},"ownerReferences":["o"]},"#
                + #""spec":{"a":1}}"#)
        let back = changed.settingAnnotation("a", to: nil).settingAnnotation("b", to: nil)
        #expect(JSONWriter.text(back) == JSONWriter.text(object))
    }
}
