internal import EchoCore

/// A set of a picture's pixels.
struct PixelSet: Sendable, Equatable {
    /// The picture's extent.
    let size: PictureSize
    /// 1 for a member, 0 otherwise, row-major: shape `[height, width]`.
    var members: [UInt8]

    /// How many there are.
    var count: Int { members.reduce(0) { $0 + Int($1) } }

    /// The pixels that are in both.
    func intersection(_ other: PixelSet) -> PixelSet {
        PixelSet(size: size, members: zip(members, other.members).map { $0 & $1 })
    }

    /// Members whose whole square of `2·radius + 1` a side is in the set, beyond the picture counting as in.
    func eroded(_ radius: Int) -> PixelSet {
        PixelSet(size: size, members: members.map { 1 - $0 }).dilated(radius).complement
    }

    /// Everything within `radius` of a member, by square.
    func dilated(_ radius: Int) -> PixelSet {
        let counts = BoxMean.of(members.map(Float.init), size: size, radius: radius)
        let least = 0.5 / Float((2 * radius + 1) * (2 * radius + 1))
        return PixelSet(size: size, members: counts.map { $0 > least ? 1 : 0 })
    }

    /// Without what is thinner than `2·radius + 1`: erosion, then dilation.
    func opened(_ radius: Int) -> PixelSet { eroded(radius).dilated(radius) }

    /// Everything else.
    var complement: PixelSet { PixelSet(size: size, members: members.map { 1 - $0 }) }

    /// The largest group of members joined by their sides.
    func largestComponent() -> PixelSet {
        var left = members
        var best: [Int] = []
        var group: [Int] = []
        for start in left.indices where left[start] == 1 {
            group.removeAll(keepingCapacity: true)
            group.append(start)
            left[start] = 0
            var next = 0
            while next < group.count {
                let place = group[next]
                next += 1
                let column = place % size.width
                if column > 0 { Self.take(place - 1, &left, &group) }
                if column < size.width - 1 { Self.take(place + 1, &left, &group) }
                if place >= size.width { Self.take(place - size.width, &left, &group) }
                if place + size.width < left.count { Self.take(place + size.width, &left, &group) }
            }
            if group.count > best.count { swap(&group, &best) }
        }
        var found = [UInt8](repeating: 0, count: members.count)
        for place in best { found[place] = 1 }
        return PixelSet(size: size, members: found)
    }

    private static func take(_ place: Int, _ left: inout [UInt8], _ group: inout [Int]) {
        guard left[place] == 1 else { return }
        left[place] = 0
        group.append(place)
    }
}
