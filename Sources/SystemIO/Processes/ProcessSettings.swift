import CLinux
import Glibc

/// What is arranged once for the whole process.
package enum ProcessSettings {
    /// Leaves out what costs every start and serves nothing here; to be called before there are other threads.
    ///
    /// Programs that are started get the environment as it was before.
    package static func saveStartUp() {
        clinux_limit_heaps(2)
        // libcurl brings GnuTLS along, for protocols that are not used.
        setenv("GNUTLS_NO_IMPLICIT_INIT", "1", 1)
    }
}
