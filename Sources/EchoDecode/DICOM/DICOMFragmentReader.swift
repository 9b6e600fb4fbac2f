internal import CFFmpeg

/// Fragments read as one file, for libavformat.
final class DICOMFragmentReader {
    private let bytes: DICOMBytes
    private let ranges: [Range<Int>]
    private let starts: [Int]
    private var position = 0
    /// The fragments' bytes together.
    let count: Int

    init(_ bytes: DICOMBytes, ranges: [Range<Int>]) {
        self.bytes = bytes
        self.ranges = ranges
        var total = 0
        starts = ranges.map { range in
            defer { total += range.count }
            return total
        }
        count = total
    }

    /// Reads on from the present position; gives the number of bytes, 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard position < count, !buffer.isEmpty else { return 0 }
        var low = 0
        var high = starts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if starts[middle] <= position { low = middle } else { high = middle - 1 }
        }
        let from = ranges[low].lowerBound + position - starts[low]
        let length = min(buffer.count, ranges[low].upperBound - from)
        let got = bytes.read(at: from, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<length]))
        position += got
        return got
    }

    /// Moves as `lseek` does, or gives the length; -1 where it cannot.
    func seek(_ offset: Int64, _ whence: Int32) -> Int64 {
        let base: Int
        switch whence & ~AVSEEK_FORCE {
        case AVSEEK_SIZE: return Int64(count)
        case 0: base = 0
        case 1: base = position
        case 2: base = count
        default: return -1
        }
        let (target, overflow) = base.addingReportingOverflow(Int(offset))
        guard !overflow, (0...count).contains(target) else { return -1 }
        position = target
        return Int64(target)
    }
}
