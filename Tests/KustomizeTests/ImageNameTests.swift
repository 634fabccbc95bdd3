import Testing

@testable import Kustomize

@Suite struct ImageNameTests {
    @Test(arguments: [
        ("nginx", "nginx", "", ""), ("nginx:1.7", "nginx", "1.7", ""), ("h:5000/a/b", "h:5000/a/b", "", ""),
        ("h:5000/a/b:t@sha256:1", "h:5000/a/b", "t", "sha256:1"), ("a@sha256:1", "a", "", "sha256:1"),
    ])
    func parts(_ text: String, _ name: String, _ tag: String, _ digest: String) {
        let image = ImageName(text)
        #expect((image.name, image.tag, image.digest) == (name, tag, digest))
        #expect(image.text == text)
    }
}
