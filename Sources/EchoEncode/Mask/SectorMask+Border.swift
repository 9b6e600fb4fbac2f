internal import EchoCore

extension SectorMask {
    /// Whether a pixel is inside and one of its four neighbors is outside or beyond the picture.
    package func isBorder(row: Int, column: Int) -> Bool {
        let place = row * size.width + column
        guard pixels[place] == 1 else { return false }
        return row == 0 || column == 0 || row == size.height - 1 || column == size.width - 1
            || pixels[place - 1] == 0 || pixels[place + 1] == 0
            || pixels[place - size.width] == 0 || pixels[place + size.width] == 0
    }
}
