internal import CZlib

/// One gzip archive being unpacked; it owns zlib's state, cannot be copied, and releases it once.
struct GzipStream: ~Copyable {
    /// On the heap: zlib keeps the address of its stream and refuses one that has moved.
    private let stream: UnsafeMutablePointer<z_stream>

    /// 15 bits of window, and 16 for "gzip, check its CRC".
    private static let windowBits: Int32 = 15 + 16
    private static let chunk = 1 << 16

    init(for file: VocabularyFile) throws(TokenizeError) {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let status = echo_inflate_init(stream, GzipStream.windowBits)
        guard status == Z_OK else {
            stream.deallocate()
            throw .damagedArchive(file: file, status: status)
        }
        self.stream = stream
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Unpacks a whole archive of one member.
    ///
    /// - Throws: ``TokenizeError/damagedArchive(file:status:)`` where it is cut short, its CRC is wrong or
    ///   something follows it; ``TokenizeError/tooLarge(file:limit:)`` past `limit` bytes of content.
    func unpack(
        _ archive: [UInt8], of file: VocabularyFile, limit: Int
    ) throws(TokenizeError) -> [UInt8] {
        var content: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: GzipStream.chunk)
        var read = 0
        var status = Z_OK
        while status == Z_OK {
            let before = read
            let written = step(archive, &read, into: &chunk, &status)
            content.append(contentsOf: chunk.prefix(written))
            guard content.count <= limit else { throw .tooLarge(file: file, limit: limit) }
            if status == Z_OK, written == 0, read == before { status = Z_BUF_ERROR }
        }
        guard status == Z_STREAM_END, read == archive.count else {
            throw .damagedArchive(file: file, status: status)
        }
        return content
    }

    /// Feeds what is left and takes one chunk out; returns its length.
    private func step(
        _ archive: [UInt8], _ read: inout Int, into chunk: inout [UInt8], _ status: inout Int32
    ) -> Int {
        let capacity = chunk.count
        let left = archive.count - read
        archive.withUnsafeBufferPointer { source in
            chunk.withUnsafeMutableBufferPointer { target in
                // zlib's pointer is not const by history; inflate does not write through it.
                stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress.map { $0 + read })
                stream.pointee.avail_in = UInt32(left)
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = UInt32(capacity)
                status = inflate(stream, Z_NO_FLUSH)
            }
        }
        read += left - Int(stream.pointee.avail_in)
        return capacity - Int(stream.pointee.avail_out)
    }
}
