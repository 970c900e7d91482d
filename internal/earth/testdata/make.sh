#!/bin/sh
# Makes the expected values of this package's tests with GeographicLib's own
# tools: apt-get install geographiclib-tools. Run in this folder: sh make.sh
set -eu
awk 'BEGIN { srand(7)
  for (i = 0; i < 60; i++) printf "%.6f %.6f %.6f %.6f\n", rand()*180-90, rand()*360-180, rand()*180-90, rand()*360-180
  for (i = 0; i < 60; i++) { a = rand()*8+44; o = rand()*18+22; printf "%.6f %.6f %.6f %.6f\n", a, o, a+(rand()-.5)/50, o+(rand()-.5)/50 }
  for (i = 0; i < 40; i++) { a = rand()*170-85; o = rand()*360-180; printf "%.6f %.6f %.6f %.6f\n", a, o, -a+(rand()-.5), o+180+(rand()-.5) }
  for (i = 0; i < 30; i++) { a = rand()*2-1; printf "%.6f %.6f %.6f %.6f\n", a, 0, -a+(rand()-.5)/1000, 179.5+rand()/2 }
  print "0 0 0 0"; print "0 0 0 90"; print "0 0 0 179"; print "0 0 0 179.9"; print "0 0 0 180"
  print "90 0 -90 0"; print "90 10 90 20"; print "-90 10 45 20"; print "45 10 45 10"; print "45 10 -45 -170"
  print "48 37 48.000001 37"; print "48 37 48 37.000001"; print "0 10 10 10"; print "-30 0 29.9 179.8"; print "0 0 0.5 179.7" }' > pairs.txt
GeodSolve -i -f -p 9 --input-file pairs.txt |
  { echo "# lat1 lon1 azi1 lat2 lon2 azi2 s12 a12 m12 M12 M21 S12, WGS 84: GeodSolve -i -f -p 9 (sh make.sh)"; cat; } > wgs84.txt
GeodSolve -e 6400000 1/150 -i -f -p 9 --input-file pairs.txt |
  { echo "# the same pairs on the ellipsoid 6400000 1/150: GeodSolve -e 6400000 1/150 -i -f -p 9 (sh make.sh)"; cat; } > flat150.txt
rm pairs.txt
awk 'BEGIN { srand(11); pi = atan2(0, -1)
  for (k = 0; k < 20; k++) { n = 3 + int(rand()*60); a = rand()*120-60; o = rand()*300-150; r = k < 10 ? .2 + rand() : 5 + rand()*15
    for (i = 0; i < n; i++) { t = 2*pi*i/n; q = r*(.5 + rand()/2); printf "%.6f %.6f\n", a + q*sin(t), o + 1.3*q*cos(t) }
    print "end" } }' > rings.txt
: > rings.out
{ echo "# rings as lat lon, closed by 'end'; then n perimeter area: Planimeter -p 6 (sh make.sh)"; } > planimeter.txt
awk 'BEGIN { RS = "end\n" } NF { f = sprintf("ring%02d.tmp", NR); printf "%s", $0 > f; close(f) }' rings.txt
for f in ring*.tmp; do cat "$f" >> planimeter.txt; printf 'end %s\n' "$(Planimeter -p 6 --input-file "$f")" >> planimeter.txt; done
rm -f ring*.tmp rings.txt rings.out
