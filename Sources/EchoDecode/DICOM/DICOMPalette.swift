/// A PALETTE COLOR image's three tables, brought to 8 bits.
struct DICOMPalette {
    /// Red, green, blue for each container value: 768 or 196,608 bytes.
    let table: [UInt8]

    /// Reads the tables; an index outside them takes their first or last entry.
    ///
    /// Entries of more than 8 bits give their high byte.
    ///
    /// - Parameters:
    ///   - bytesPerSample: 1 or 2, the container's.
    ///   - precision: the coded stream's bits, where there is one.
    init(_ header: DICOMItem, format: DICOMPixelFormat, bytesPerSample: Int, precision: Int?)
        throws(DecodeError)
    {
        var channels: [DICOMLookupTable] = []
        for channel in 0..<UInt16(3) {
            guard
                let read = try DICOMLookupTable(
                    header, descriptor: .redPaletteDescriptor.advanced(by: channel),
                    data: .redPaletteData.advanced(by: channel),
                    segmented: .redSegmentedPaletteData.advanced(by: channel), isSigned: format.isSigned)
            else { throw .damagedHeader(field: "palette tables", found: Int(channel)) }
            channels.append(read)
        }
        let highBit = min(format.highBit, (precision ?? bytesPerSample * 8) - 1)
        let shift = max(highBit + 1 - format.bitsStored, 0)
        let mask = (1 << format.bitsStored) - 1
        // A channel of small values is not dark by itself: the three are read at one depth.
        let bits = channels.map(\.bits).max() ?? 8
        var output: [UInt8] = []
        output.reserveCapacity(3 << (bytesPerSample * 8))
        for container in 0..<(1 << (bytesPerSample * 8)) {
            let masked = (container >> shift) & mask
            let index = format.isSigned && masked > mask >> 1 ? masked - mask - 1 : masked
            for channel in channels {
                output.append(UInt8(truncatingIfNeeded: channel.entry(index) >> (bits - 8)))
            }
        }
        table = output
    }
}
