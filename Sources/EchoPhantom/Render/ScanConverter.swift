internal import EchoCore

/// Where each pixel of the sector takes its gray from; made once a clip.
struct ScanConverter {
    let size: PictureSize
    /// The smallest rectangle that holds the sector.
    let bounds: PixelRect
    /// Centimeters a pixel.
    let scale: Float
    /// The probe's place in the picture, pixels.
    let apex: SIMD2<Float>
    /// Pixels of the sector, row-major.
    private(set) var pixels: [Int32] = []
    private var cells: [Int32] = []
    private var weights: [SIMD2<Float>] = []

    /// - Parameters:
    ///   - apex: the probe's place, pixels.
    ///   - scale: centimeters a pixel.
    init(grid: BeamGrid, size: PictureSize, apex: SIMD2<Float>, scale: Float) {
        self.size = size
        self.scale = scale
        self.apex = apex
        var (left, top, right, bottom) = (size.width, size.height, -1, -1)
        for row in 0..<size.height {
            for column in 0..<size.width {
                let across = (Float(column) + 0.5 - apex.x) * scale
                let down = (Float(row) + 0.5 - apex.y) * scale
                if down <= 0 || down > grid.depth || abs(across) > down * 1.5 { continue }
                let (depth, beam) = grid.position(right: across, down: down)
                guard depth >= 0, depth < Float(BeamGrid.depths - 1), beam >= 0,
                    beam < Float(BeamGrid.beams - 1)
                else { continue }
                pixels.append(Int32(row * size.width + column))
                cells.append(Int32(Int(depth) * BeamGrid.beams + Int(beam)))
                weights.append(SIMD2(depth - depth.rounded(.down), beam - beam.rounded(.down)))
                (left, top) = (min(left, column), min(top, row))
                (right, bottom) = (max(right, column), max(bottom, row))
            }
        }
        bounds = PixelRect(
            minX: min(left, right), minY: min(top, bottom), maxX: max(right, 0), maxY: max(bottom, 0))
    }

    /// Writes gray levels of shape `[depths, beams]`, 0...255, into an RGB picture.
    func draw(_ levels: [Float], into picture: inout [UInt8]) {
        for index in 0..<pixels.count {
            let cell = Int(cells[index])
            let weight = weights[index]
            let upper = levels[cell] + (levels[cell &+ 1] - levels[cell]) * weight.y
            let next = cell &+ BeamGrid.beams
            let lower = levels[next] + (levels[next &+ 1] - levels[next]) * weight.y
            let gray = UInt8(upper + (lower - upper) * weight.x)
            let place = Int(pixels[index]) &* 3
            picture[place] = gray
            picture[place &+ 1] = gray
            picture[place &+ 2] = gray
        }
    }

    /// The pixels whose nearest sample has a property.
    func pixels(where holds: (Int) -> Bool) -> [Int] {
        pixels.indices.filter { holds(nearest($0)) }.map { Int(pixels[$0]) }
    }

    private func nearest(_ index: Int) -> Int {
        let weight = weights[index]
        return Int(cells[index]) + (weight.x > 0.5 ? BeamGrid.beams : 0) + (weight.y > 0.5 ? 1 : 0)
    }

    /// Puts colors over the sector, each pixel taking its nearest sample's.
    func overlay(_ colors: [SIMD3<UInt8>?], onto picture: inout [UInt8]) {
        for index in 0..<pixels.count {
            guard let color = colors[nearest(index)] else { continue }
            let place = Int(pixels[index]) * 3
            picture[place] = color.x
            picture[place + 1] = color.y
            picture[place + 2] = color.z
        }
    }
}
