import EchoCore
import Foundation

/// Looks now and then whether a disk keeps enough room while files are written to it.
package struct DiskRoom: Sendable {
    private let path: String
    private let needed: Int
    private var unchecked = Int.max

    /// Bytes between looks.
    private static let interval = 64 << 20

    /// - Parameters:
    ///   - path: of anything on the disk.
    ///   - needed: bytes that have to stay free.
    package init(at path: String, needed: Int) {
        self.path = path
        self.needed = needed
    }

    /// Counts bytes that are about to be written; looks at the first and then after each 64 MiB.
    ///
    /// - Throws: ``JobError/noSpace(free:needed:)``, ``JobError/system(code:)``.
    package mutating func check(_ count: Int) throws(JobError) {
        unchecked = unchecked.addingReportingOverflow(count).overflow ? .max : unchecked + count
        guard unchecked >= Self.interval else { return }
        unchecked = 0
        var disk = statvfs()
        guard statvfs(path, &disk) == 0 else { throw JobError(errno: errno) }
        let free = Int(disk.f_bavail) * Int(disk.f_frsize)
        guard free >= needed else { throw .noSpace(free: free, needed: needed) }
    }
}
