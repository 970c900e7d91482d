package neural

import "fmt"

// Widest is the widest state of an encoder: three of them are read at once.
const Widest = MaxInput / 3 / 16 * 16

// OpenVectors reads a file of pretrained vectors.
func OpenVectors(f *File) (*Vectors, error) {
	hashes, err := f.Hashes("words")
	if err != nil {
		return nil, err
	}
	t, b, err := f.find("vectors", "i8")
	if err != nil {
		return nil, err
	}
	if t.Rows != len(hashes) {
		return nil, fmt.Errorf("%d vectors for %d words", t.Rows, len(hashes))
	}
	return NewVectors(hashes, t.Cols, b[:t.Rows*t.Cols]), nil
}

// OpenEncoder builds the encoder that f holds under the prefix name. vectors are
// those it was trained with; nil where its plan has none.
func OpenEncoder(f *File, name string, p Plan, vectors *Vectors) (*Encoder, error) {
	d := p.Width
	if d <= 0 || d%16 != 0 || d > Widest || p.Buckets <= 0 || p.State%4 != 0 || p.State > MaxInput || p.Vector%4 != 0 {
		return nil, fmt.Errorf("encoder %s: a plan of width %d cannot be run", name, d)
	}
	if p.Vector > 0 && (vectors == nil || vectors.Dims() != p.Vector) {
		return nil, fmt.Errorf("encoder %s needs vectors of %d numbers", name, p.Vector)
	}
	known, err := f.Hashes(name + ".known")
	if err != nil {
		return nil, err
	}
	e := &Encoder{Plan: p, vectors: vectors, lexicon: NewLexicon(known, p.Buckets)}
	if e.rows, err = f.Table(name+".rows", d); err != nil {
		return nil, err
	}
	if e.rows.Rows() != e.lexicon.Rows() {
		return nil, fmt.Errorf("encoder %s: %d rows for %d features", name, e.rows.Rows(), e.lexicon.Rows())
	}
	if p.Extra > 0 {
		if e.extra, err = f.Table(name+".extra", d); err != nil {
			return nil, err
		}
		if e.extra.Rows() != p.Extra {
			return nil, fmt.Errorf("encoder %s: %d rows for %d further features", name, e.extra.Rows(), p.Extra)
		}
	}
	if p.Vector > 0 {
		if e.vector, err = f.Linear(name+".vector", p.Vector, d); err != nil {
			return nil, err
		}
	}
	if p.State > 0 {
		if e.state, err = f.Linear(name+".state", p.State, d); err != nil {
			return nil, err
		}
	}
	if e.first, err = f.Norm(name+".first", d); err != nil {
		return nil, err
	}
	return e, e.openLayers(f, name)
}

func (e *Encoder) openLayers(f *File, name string) (err error) {
	d := e.Plan.Width
	for i, kind := range e.Plan.Layers {
		l := layer{gate: kind == 'g'}
		at := fmt.Sprintf("%s.layer%d", name, i)
		switch kind {
		case 'g':
			l.w, err = f.Linear(at, d, 2*d)
		case 'c':
			l.w, err = f.Linear(at, 3*d, d)
		default:
			err = fmt.Errorf("encoder %s: no layer of kind %q", name, kind)
		}
		if err != nil {
			return err
		}
		if l.norm, err = f.Norm(at+".norm", d); err != nil {
			return err
		}
		e.layers = append(e.layers, l)
	}
	return nil
}
