package reports

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"regexp"
	"strconv"
)

// A pack's members are stored as they are, never compressed: nothing in it can be
// larger than the file itself, and the file can be written again from its members,
// byte for byte, by any later version.
const (
	maxBundle        = 256 << 20
	maxBundleMember  = 64 << 20
	maxBundleMembers = 10_000
	bundleDay        = 1<<5 | 1 // 1 January 1980, where the days of a zip begin
)

var bundleName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*$`)

// bundleZip writes the container.
type bundleZip struct{ zip *zip.Writer }

func newBundleZip(to io.Writer) *bundleZip { return &bundleZip{zip.NewWriter(to)} }

func (z *bundleZip) add(name string, body []byte) error {
	return z.copy(name, crc32.ChecksumIEEE(body), int64(len(body)), bytes.NewReader(body))
}

func (z *bundleZip) copy(name string, crc uint32, size int64, from io.Reader) error {
	w, err := z.zip.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Store, CRC32: crc, CompressedSize64: uint64(size), UncompressedSize64: uint64(size), //nolint:gosec // sizes are not negative
		ModifiedDate: bundleDay, //nolint:staticcheck // the deprecated fields are what CreateRaw writes
	})
	if err == nil {
		_, err = io.Copy(w, from)
	}
	if err != nil {
		return fmt.Errorf("add %s: %w", name, err)
	}
	return nil
}

func (z *bundleZip) close() error {
	if err := z.zip.Close(); err != nil {
		return fmt.Errorf("close the pack: %w", err)
	}
	return nil
}

// bundleFile is a pack that was handed in, and trusted in nothing.
type bundleFile struct {
	from    io.ReaderAt
	size    int64
	zip     *zip.Reader
	members map[string]*zip.File
}

// openBundle reads the container. What it returns as words is why it is no pack.
func openBundle(from io.ReaderAt, size int64) (*bundleFile, string) {
	if size > maxBundle {
		return nil, "it is larger than any evidence pack: " + strconv.FormatInt(size, 10) + " bytes"
	}
	z, err := zip.NewReader(from, size)
	if err != nil {
		return nil, "it is no whole evidence pack: " + err.Error()
	}
	if len(z.File) > maxBundleMembers {
		return nil, "it has too many members"
	}
	p := &bundleFile{from: from, size: size, zip: z, members: map[string]*zip.File{}}
	var sum uint64
	for _, f := range z.File {
		sum += f.UncompressedSize64
		switch {
		case !bundleName.MatchString(f.Name):
			return nil, "a member has a name that no pack has: " + strconv.Quote(f.Name)
		case p.members[f.Name] != nil:
			return nil, "two members are called " + f.Name
		case f.Method != zip.Store || f.CompressedSize64 != f.UncompressedSize64:
			return nil, f.Name + " is compressed, and nothing in a pack is"
		case f.UncompressedSize64 > maxBundleMember || sum > uint64(size): //nolint:gosec // size is not negative
			return nil, f.Name + " is longer than the file it is in"
		}
		p.members[f.Name] = f
	}
	return p, ""
}

// read returns a member whole; its words say why it cannot be read.
func (p *bundleFile) read(name string) ([]byte, string) {
	f := p.members[name]
	if f == nil {
		return nil, "is missing"
	}
	r, err := f.Open()
	if err != nil {
		return nil, "cannot be read: " + err.Error()
	}
	body, err := io.ReadAll(io.LimitReader(r, maxBundleMember+1))
	if err = errors.Join(err, r.Close()); err != nil {
		return nil, "was changed: " + err.Error()
	}
	return body, ""
}

// exact tells where the file differs from what its members make: bytes before,
// between and behind them, and every field of the container. It is -1 when it does not.
func (p *bundleFile) exact() int64 {
	same := &comparer{with: p.from, size: p.size}
	z := newBundleZip(same)
	var err error
	for _, f := range p.zip.File {
		at, dataErr := f.DataOffset()
		if err = dataErr; err == nil {
			err = z.copy(f.Name, f.CRC32, int64(f.UncompressedSize64), io.NewSectionReader(p.from, at, int64(f.UncompressedSize64))) //nolint:gosec // bounded by maxBundle
		}
		if err != nil {
			return same.at
		}
	}
	if z.close() != nil || same.at != p.size {
		return same.at
	}
	return -1
}

var errDiffers = errors.New("the bytes differ")

// comparer is written to, and fails at the first byte that differs.
type comparer struct {
	with io.ReaderAt
	size int64
	at   int64
}

// Write compares what is written with what is there.
func (c *comparer) Write(b []byte) (int, error) {
	has := make([]byte, len(b))
	n, err := c.with.ReadAt(has, c.at)
	for i := range has[:n] {
		if has[i] != b[i] {
			c.at += int64(i)
			return i, errDiffers
		}
	}
	c.at += int64(n)
	if n < len(b) {
		return n, errors.Join(errDiffers, err)
	}
	return n, nil
}
