internal import CFFmpeg
internal import Foundation

/// A file as libavformat reads it: our own descriptor and no other, so that no header can name a second file.
///
/// Owns its `AVIOContext`; must outlive the container that reads through it.
final class FileStream {
    private let file: RegularFile
    private var position = 0
    private(set) var context: UnsafeMutablePointer<AVIOContext>?

    private static let bufferSize: Int32 = 1 << 16

    /// Starts at the file's first byte.
    init(_ file: RegularFile) throws(DecodeError) {
        self.file = file
        guard let buffer = av_malloc(Int(Self.bufferSize)) else {
            throw .unreadable(status: echo_averror_memory)
        }
        context = avio_alloc_context(
            buffer.assumingMemoryBound(to: UInt8.self), Self.bufferSize, 0,
            Unmanaged.passUnretained(self).toOpaque(),
            { opaque, bytes, count in FileStream.at(opaque)?.read(bytes, count) ?? echo_averror_io }, nil,
            { opaque, offset, origin in FileStream.at(opaque)?.seek(offset, origin) ?? -1 })
        guard context != nil else {
            av_free(buffer)
            throw .unreadable(status: echo_averror_memory)
        }
    }

    deinit {
        if let context { av_free(context.pointee.buffer) }
        avio_context_free(&context)
    }

    private static func at(_ opaque: UnsafeMutableRawPointer?) -> FileStream? {
        opaque.map { Unmanaged<FileStream>.fromOpaque($0).takeUnretainedValue() }
    }

    private func read(_ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int32) -> Int32 {
        let taken = file.read(into: UnsafeMutableBufferPointer(start: bytes, count: Int(count)), at: position)
        guard taken > 0 else { return taken == 0 ? echo_averror_end : echo_averror_io }
        position += taken
        return Int32(taken)
    }

    private func seek(_ offset: Int64, _ origin: Int32) -> Int64 {
        let target: Int64
        switch origin & ~AVSEEK_FORCE {
        case AVSEEK_SIZE: return Int64(file.byteCount)
        case SEEK_SET: target = offset
        case SEEK_CUR: target = Int64(position).addingReportingOverflow(offset).partialValue
        case SEEK_END: target = Int64(file.byteCount).addingReportingOverflow(offset).partialValue
        default: return -1
        }
        guard target >= 0 else { return -1 }
        position = Int(target)
        return target
    }
}
