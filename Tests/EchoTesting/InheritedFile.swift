internal import Foundation

/// An open file of this process, held a second time: as a child holds it between its fork and its exec, whatever
/// close-on-exec says.
public struct InheritedFile: ~Copyable {
    private let descriptor: Int32

    /// Finds this process's descriptor of the file and duplicates it.
    ///
    /// - Throws: `CocoaError(.fileNoSuchFile)` where this process has no such file open.
    public init(_ path: String) throws {
        let wanted = URL(filePath: path).resolvingSymlinksInPath().path
        for name in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(name)")
            guard target == wanted, let number = Int32(name) else { continue }
            descriptor = dup(number)
            return
        }
        throw CocoaError(.fileNoSuchFile)
    }

    deinit { close(descriptor) }
}
