internal import CFFmpeg
internal import Foundation

/// A file, or ranges of it read as one, for libavformat: our own descriptor and no other, so that no header can
/// name a second file.
///
/// Owns its `AVIOContext`; must outlive the container that reads through it.
final class FileStream {
    private let file: RegularFile
    private let ranges: [Range<Int>]
    /// Where each range starts in the whole.
    private let starts: [Int]
    /// The ranges' bytes together.
    private let byteCount: Int
    private var position = 0
    private(set) var context: UnsafeMutablePointer<AVIOContext>?

    private static let bufferSize: Int32 = 1 << 16

    /// Starts at the first byte of the file, or of the first of its ranges.
    init(_ file: RegularFile, ranges: [Range<Int>]? = nil) throws(DecodeError) {
        self.file = file
        self.ranges = ranges ?? [0..<file.byteCount]
        var total = 0
        starts = self.ranges.map { range in
            defer { total += range.count }
            return total
        }
        byteCount = total
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
        guard position < byteCount else { return echo_averror_end }
        let place = place(of: position)
        let from = ranges[place].lowerBound + position - starts[place]
        let length = min(Int(count), ranges[place].upperBound - from)
        let taken = file.read(into: UnsafeMutableBufferPointer(start: bytes, count: length), at: from)
        guard taken > 0 else { return taken == 0 ? echo_averror_end : echo_averror_io }
        position += taken
        return Int32(taken)
    }

    /// The last range that starts at or before a position, so that it holds it.
    private func place(of position: Int) -> Int {
        var (low, high) = (0, starts.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if starts[middle] <= position { low = middle } else { high = middle - 1 }
        }
        return low
    }

    private func seek(_ offset: Int64, _ origin: Int32) -> Int64 {
        let target: Int64
        switch origin & ~AVSEEK_FORCE {
        case AVSEEK_SIZE: return Int64(byteCount)
        case SEEK_SET: target = offset
        case SEEK_CUR: target = Int64(position).addingReportingOverflow(offset).partialValue
        case SEEK_END: target = Int64(byteCount).addingReportingOverflow(offset).partialValue
        default: return -1
        }
        guard target >= 0 else { return -1 }
        position = Int(target)
        return target
    }
}
