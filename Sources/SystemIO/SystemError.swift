/// A system call that failed.
package struct SystemError: Error, Hashable {
    /// The call as Go's os package names it in its errors: "open", "read", "mkdir", "fork/exec" and the like.
    package let operation: String
    /// The file it was about; nil where it was about none.
    package let path: String?
    /// The value of `errno`.
    package let code: Int32

    package init(operation: String, path: String?, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }
}
