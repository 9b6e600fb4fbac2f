internal import Foundation

/// A file's bytes in memory, read by the system as they are touched, and given back once.
///
/// - Note: the file must not be shortened while it is mapped: the system answers that with SIGBUS. Model
///   folders are written once and replaced whole.
/// - Note: `@unchecked Sendable` holds: the mapping is read-only, and lives as long as the object. What somebody
///   else writes into the file shows through; a server looks every second whether its model still gives what it gave.
final class MappedFile: @unchecked Sendable {
    /// The file's bytes.
    let bytes: UnsafeRawBufferPointer

    /// - Throws: ``TensorError/unopenable(status:)``.
    init(path: String) throws(TensorError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unopenable(status: errno) }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw .unopenable(status: errno) }
        guard facts.st_mode & S_IFMT == S_IFREG else { throw .unopenable(status: EISDIR) }
        let count = Int(facts.st_size)
        guard count > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            throw .unopenable(status: errno)
        }
        bytes = UnsafeRawBufferPointer(start: start, count: count)
    }

    deinit {
        if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
    }
}
