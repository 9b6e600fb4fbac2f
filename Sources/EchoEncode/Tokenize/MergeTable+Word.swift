extension MergeTable {
    /// Turns a word's bytes into ids: bytes first, the last one marked as the end, then joined pair by pair.
    ///
    /// The pair whose merge stands first in the file goes first, leftmost where it occurs more than once.
    /// That equals the reference's passes over the word: a symbol has one merge, made of earlier symbols only.
    ///
    /// - Complexity: O(*n* log *n*) for *n* bytes, so that a text without spaces cannot stall the service.
    func appendIDs(ofWord bytes: some Collection<UInt8>, to ids: inout [Int32]) {
        var word = bytes.map { ByteAlphabet.ids[Int($0)] }
        guard let last = word.last else { return }
        word[word.count - 1] = last + 256
        guard word.count > 1 else { return ids.append(word[0]) }

        // A list in arrays: `after` of a place that is gone is -1, of the last place the count.
        var after = Array(1...word.count)
        var before = Array(-1..<word.count - 1)
        var queue = MinimumQueue()
        func offer(_ left: Int, _ right: Int) {
            guard let id = join(word[left], word[right]) else { return }
            queue.insert(UInt64(id) << 32 | UInt64(left))
        }
        for place in 1..<word.count { offer(place - 1, place) }
        while let entry = queue.removeFirst() {
            let left = Int(entry & 0xFFFF_FFFF)
            let id = Int32(entry >> 32)
            let right = after[left]
            guard right > 0, right < word.count, join(word[left], word[right]) == id else { continue }
            word[left] = id
            after[left] = after[right]
            if after[right] < word.count { before[after[right]] = left }
            after[right] = -1
            if before[left] >= 0 { offer(before[left], left) }
            if after[left] < word.count { offer(left, after[left]) }
        }
        var place = 0
        while place < word.count {
            ids.append(word[place])
            place = after[place]
        }
    }
}
