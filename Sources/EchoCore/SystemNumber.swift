internal import Foundation

/// The system's own number behind an error of Foundation's.
package enum SystemNumber {
    /// The errno; `EIO` for an error that tells none.
    package static func errno(of error: any Error) -> Int32 {
        let cause: any Error = (error as? CocoaError)?.underlying ?? error
        return (cause as? POSIXError)?.code.rawValue ?? EIO
    }
}
